package dev.lifeline.core.operation;

import java.util.function.Supplier;

/**
 * What is waited for.
 *
 * @param what it is, for people
 * @param look asks LCS where it stands; throws what it fails with
 * @param expectation asks what to expect, while it goes on, and again at the next look as long as
 *     nothing is known; must not fail
 */
public record Watched(
    String what, Supplier<OperationState> look, Supplier<Expectation> expectation) {
  /** Something of which nothing is to be expected. */
  public Watched(String what, Supplier<OperationState> look) {
    this(what, look, () -> Expectation.NONE);
  }
}
