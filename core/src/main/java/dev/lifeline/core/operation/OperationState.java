package dev.lifeline.core.operation;

/** Where an operation stands. {@code status} is LCS's own word: shown, never decided on. */
public sealed interface OperationState {
  /** LCS's own word. */
  String status();

  /** It goes on. */
  record Running(String status) implements OperationState {}

  /** It ended well. */
  record Succeeded(String status) implements OperationState {}

  /** It ended badly. */
  record Failed(String status) implements OperationState {}

  /** A word that no table knows: it goes on until it is clear that it does not change. */
  record Unknown(String status) implements OperationState {}
}
