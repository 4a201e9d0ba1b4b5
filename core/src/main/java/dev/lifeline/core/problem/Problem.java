package dev.lifeline.core.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure, written for the person who can mend it. Immutable; the with-style methods return a new
 * value.
 *
 * @param code the stable code of the catalogue
 * @param message what failed: lower case, no final stop, the user's own values in quotes
 * @param why a sentence about the user's world, or null when the message says it all
 * @param fixes things to do, the likeliest first; may be empty
 * @param step where in the setup guide to look, or null
 * @param details facts for support, such as a correlation id; values are strings, numbers or
 *     booleans, never a secret
 */
public record Problem(
    ProblemCode code,
    String message,
    @Nullable String why,
    List<String> fixes,
    @Nullable SetupStep step,
    Map<String, Object> details) {

  public Problem {
    fixes = List.copyOf(fixes);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A problem with a message and nothing else yet. */
  public static Problem of(ProblemCode code, String message) {
    return new Problem(code, message, null, List.of(), null, Map.of());
  }

  /** With the reason, a sentence about the user's world. */
  public Problem why(String reason) {
    return new Problem(code, message, reason, fixes, step, details);
  }

  /** With one more thing to do, after those that are there. */
  public Problem fix(String thingToDo) {
    List<String> more = new ArrayList<>(fixes);
    more.add(thingToDo);
    return new Problem(code, message, why, more, step, details);
  }

  /** With the step of the setup guide to look at. */
  public Problem step(SetupStep where) {
    return new Problem(code, message, why, fixes, where, details);
  }

  /** Adds a fact for support; a null value adds nothing. */
  public Problem detail(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Problem(code, message, why, fixes, step, more);
  }

  /** The exception that carries this problem. */
  public LifelineException raise() {
    return new LifelineException(this, null);
  }

  /** The exception that carries this problem and keeps what caused it. */
  public LifelineException raise(Throwable cause) {
    return new LifelineException(this, cause);
  }
}
