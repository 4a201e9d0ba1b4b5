package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.Locale;

/** How a result is written. */
enum Format {
  TEXT,
  JSON;

  static Format of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "text" -> TEXT;
      case "json" -> JSON;
      default ->
          throw Problem.of(ProblemCode.USAGE_WRONG, "no output format is called '" + text + "'")
              .fix("use --output text or --output json")
              .raise();
    };
  }
}
