package dev.lifeline.hub.page;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.SetupStep;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** A problem as it is kept, in JSON; what cannot be read says so. */
  public static ProblemPanel ofStored(String json) {
    Map<?, ?> problem = Json.read(json, Map.class).orElse(Map.of());
    return new ProblemPanel(
        sentence(text(problem.get("message"), "what went wrong was not kept whole")),
        problem.get("why") == null ? null : sentence(text(problem.get("why"), "")),
        problem.get("fix") instanceof List<?> fixes
            ? fixes.stream().map(fix -> sentence(text(fix, ""))).toList()
            : List.of(),
        problem.get("code") == null ? null : text(problem.get("code"), ""),
        Arrays.stream(SetupStep.values())
            .filter(step -> step.id().equals(problem.get("step")))
            .map(SetupStep::title)
            .findFirst()
            .orElse(null));
  }

  private static String text(@Nullable Object value, String otherwise) {
    return value == null ? otherwise : value.toString();
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
