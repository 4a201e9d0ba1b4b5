package dev.lifeline.tasks.host;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.ForeignText;

/** A problem in one line, for where a system shows nothing else. */
final class ProblemWords {
  private ProblemWords() {}

  static String line(Problem problem) {
    StringBuilder line = new StringBuilder(problem.message());
    if (problem.why() != null) {
      line.append(". ").append(problem.why());
    }
    if (!problem.fixes().isEmpty()) {
      line.append(line.charAt(line.length() - 1) == '.' ? "" : ".");
      line.append(" What to do: ").append(problem.fixes().get(0));
    }
    return ForeignText.line(line.toString());
  }
}
