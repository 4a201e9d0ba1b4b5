package dev.lifeline.cli.shell;

import java.util.Arrays;
import java.util.Optional;

/** How a result is written. */
enum Format {
  TEXT,
  JSON;

  /** The format of that name, without regard to case. */
  static Optional<Format> of(String text) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(text))
        .findFirst();
  }
}
