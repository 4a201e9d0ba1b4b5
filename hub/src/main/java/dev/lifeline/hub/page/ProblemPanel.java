package dev.lifeline.hub.page;

import dev.lifeline.core.problem.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem as people read it: a sentence, its cause, and what to do.
 *
 * @param message a sentence
 * @param why a sentence, or null
 * @param fixes sentences
 * @param code of the catalogue, or null for what is not in it
 * @param step of the setup guide where to look, or null
 */
public record ProblemPanel(
    String message,
    @Nullable String why,
    List<String> fixes,
    @Nullable String code,
    @Nullable String step) {
  public ProblemPanel {
    fixes = List.copyOf(fixes);
  }

  /** With a message only. */
  public static ProblemPanel of(String message) {
    return new ProblemPanel(sentence(message), null, List.of(), null, null);
  }

  /** A problem of the catalogue. */
  public static ProblemPanel of(Problem problem) {
    return new ProblemPanel(
        sentence(problem.message()),
        problem.why() == null ? null : sentence(problem.why()),
        problem.fixes().stream().map(ProblemPanel::sentence).toList(),
        problem.code().name(),
        problem.step() == null ? null : problem.step().title());
  }

  /** With a capital at its beginning and a stop at its end. */
  public static String sentence(String clause) {
    String text = clause.strip();
    if (text.isEmpty()) {
      return text;
    }
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return ".!?:".indexOf(begun.charAt(begun.length() - 1)) >= 0 ? begun : begun + ".";
  }
}
