package dev.lifeline.cli.deployment;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.operation.OperationState;
import java.util.LinkedHashMap;
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

  private static String word(OperationState state) {
    if (state instanceof OperationState.Succeeded) {
      return "succeeded";
    }
    if (state instanceof OperationState.Failed) {
      return "failed";
    }
    return state instanceof OperationState.Running ? "running" : "unknown";
  }
}
