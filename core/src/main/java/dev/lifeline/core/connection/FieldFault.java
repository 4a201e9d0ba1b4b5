package dev.lifeline.core.connection;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a service connection.
 *
 * @param field the field
 * @param reason a clause such as "'deploy' has no @"; never a secret
 * @param origin where the text came from, such as an environment variable, or null when it was
 *     typed
 */
public record FieldFault(ConnectionField field, String reason, @Nullable String origin) {
  static FieldFault of(ConnectionField field, String reason) {
    return new FieldFault(field, reason, null);
  }

  FieldFault from(@Nullable String where) {
    return new FieldFault(field, reason, where);
  }

  /** One problem for all of them, so that people mend them in one go. */
  static LifelineException raise(List<FieldFault> faults) {
    Problem problem = Problem.of(ProblemCode.CONNECTION_INVALID, message(faults));
    if (faults.size() > 1) {
      problem =
          problem.why(faults.stream().map(FieldFault::words).collect(Collectors.joining("; ")));
    }
    for (FieldFault fault : faults) {
      problem = problem.fix(fault.shownField() + ": give " + fault.field.meaning());
    }
    return problem.step(SetupStep.CONNECTION).detail("fields", titles(faults)).raise();
  }

  private static String message(List<FieldFault> faults) {
    return faults.size() == 1
        ? "the field " + faults.get(0).words()
        : "the fields " + titles(faults) + " of the service connection are wrong";
  }

  private static String titles(List<FieldFault> faults) {
    return faults.stream().map(FieldFault::shownField).collect(Collectors.joining(", "));
  }

  private String words() {
    return shownField() + " is wrong: " + reason;
  }

  private String shownField() {
    String quoted = "'" + field.title() + "'";
    return origin == null ? quoted : quoted + " (" + origin + ")";
  }
}
