package dev.lifeline.tasks.host;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.ForeignText;
import dev.lifeline.core.text.ProblemText;
import java.io.PrintStream;

/** Standard output, line by line: foreign text is made harmless, commands are ours. Thread-safe. */
final class Lines {
  private final PrintStream out;

  Lines(PrintStream out) {
    this.out = out;
  }

  /** A line that does nothing but be read. */
  void text(String text) {
    command(ForeignText.line(text));
  }

  /** A line that the system takes as a command: written by us, its values escaped. */
  synchronized void command(String line) {
    out.print(line + "\n"); // the same on every platform, and in one piece
    out.flush();
  }

  /** An error block. */
  synchronized void problem(Problem problem) {
    ProblemText.lines(problem).forEach(this::text);
  }
}
