package dev.lifeline.hub.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a step is to do.
 *
 * @param kind what it is
 * @param inputs what it was told, in the order of {@link StepInput}; no value is blank
 */
public record StepOrder(StepKind kind, Map<StepInput, String> inputs) {
  public StepOrder {
    Map<StepInput, String> ordered = new EnumMap<>(StepInput.class);
    ordered.putAll(inputs);
    inputs = Collections.unmodifiableMap(ordered);
  }

  /** What it was told; empty when nothing. */
  public Optional<String> input(StepInput input) {
    return Optional.ofNullable(inputs.get(input));
  }

  /**
   * What it had to be told.
   *
   * @throws IllegalStateException when it was not
   */
  public String required(StepInput input) {
    return input(input).orElseThrow(() -> new IllegalStateException(kind + " needs " + input.id()));
  }
}
