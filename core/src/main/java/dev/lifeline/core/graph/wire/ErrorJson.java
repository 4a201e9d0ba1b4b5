package dev.lifeline.core.graph.wire;

import org.jspecify.annotations.Nullable;

/** A refusal (Graph: error responses). */
public record ErrorJson(@Nullable Detail error) {
  /** What went wrong; {@code code} may be decided on, {@code message} is for people. */
  public record Detail(@Nullable String code, @Nullable String message) {}
}
