package dev.lifeline.emulator.world;

import java.util.Optional;

/**
 * The number of an LCS project.
 *
 * @param value a positive whole number
 */
public record ProjectId(long value) {

  /** Refuses numbers that LCS never gives. */
  public ProjectId {
    if (value <= 0) {
      throw new IllegalArgumentException("a project id is a positive whole number");
    }
  }

  /** The project that a path segment names, empty when the segment is no positive whole number. */
  public static Optional<ProjectId> parse(String text) {
    return text.matches("[1-9][0-9]{0,17}")
        ? Optional.of(new ProjectId(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
