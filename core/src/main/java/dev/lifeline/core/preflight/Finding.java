package dev.lifeline.core.preflight;

import org.jspecify.annotations.Nullable;

/**
 * What a step found that passed.
 *
 * @param text for people
 * @param warning what will go wrong some day, and what to do; or null
 */
record Finding(String text, @Nullable String warning) {
  static Finding of(String text) {
    return new Finding(text, null);
  }
}
