package dev.lifeline.cli.deployment;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where an operation stands, as it is shown. */
final class OperationView {
  private OperationView() {}

  static Map<String, Object> json(
      ActivityId activity, EnvironmentId environment, OperationState state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("activityId", activity.value());
    json.put("environmentId", environment.value());
    json.put("operationStatus", state.status());
    json.put("state", word(state));
    return json;
  }

  static String line(ActivityId activity, OperationState state) {
    return "operation " + activity + ": " + state.status() + " (" + word(state) + ")";
  }

  /** The command that follows an operation from any machine. */
  static String joinCommand(ProjectId project, EnvironmentId environment, ActivityId activity) {
    return "lifeline operation watch "
        + activity
        + " --environment "
        + environment
        + " --project-id "
        + project;
  }

  private static String word(OperationState state) {
    return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
