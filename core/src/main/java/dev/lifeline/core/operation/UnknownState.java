package dev.lifeline.core.operation;

/** What a word of LCS means that no table knows. */
public enum UnknownState {
  /** The operation goes on; each such word is said once. */
  WAIT,
  /** The operation has ended when the word was seen at three looks in a row. */
  FAIL
}
