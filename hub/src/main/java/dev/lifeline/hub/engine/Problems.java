package dev.lifeline.hub.engine;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems as they are kept, and what they mean for a run. */
final class Problems {
  private static final int LONGEST = 8000;

  private Problems() {}

  /** As JSON, in the words of the command line. */
  static String text(Problem problem) {
    String text = Json.write(json(problem, problem.why(), problem.fixes(), problem.details()));
    return text.length() <= LONGEST
        ? text
        : Json.write(json(problem, null, List.of(), Map.of())).substring(0, LONGEST);
  }

  private static Map<String, @Nullable Object> json(
      Problem problem, @Nullable String why, List<String> fixes, Map<String, Object> details) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", problem.code().name());
    json.put("message", problem.message());
    json.put("why", why);
    json.put("fix", new ArrayList<>(fixes));
    json.put("step", problem.step() == null ? null : problem.step().id());
    json.put("details", details);
    return json;
  }

  /** Its code and message, of what {@link #text} made. */
  static String line(@Nullable String text) {
    Map<?, ?> json = text == null ? Map.of() : Json.read(text, Map.class).orElse(Map.of());
    return json.get("message") + " (" + json.get("code") + ")";
  }

  /** Whether it may go away by itself. */
  static boolean isPassing(LifelineException failure) {
    return switch (failure.code()) {
      case START_UNCERTAIN, DAILY_LIMIT, WAIT_TIMED_OUT -> false;
      case LCS_ANSWER_UNREADABLE -> true;
      default -> failure.code().kind() == Kind.GAVE_UP;
    };
  }

  /** Whether this node is ending, and another one has to go on. */
  static boolean isInterruption(LifelineException failure) {
    return failure.code().kind() == Kind.INTERRUPTED;
  }

  /** Whether somebody has to mend the connection, and can. */
  static boolean isSignIn(LifelineException failure) {
    return failure.code().kind() == Kind.SIGN_IN || failure.code() == ProblemCode.TOKEN_REFUSED;
  }
}
