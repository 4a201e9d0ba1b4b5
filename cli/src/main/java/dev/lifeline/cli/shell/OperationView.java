package dev.lifeline.cli.shell;

import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.servicing.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an operation stands, as it is shown. */
public final class OperationView {
  private OperationView() {}

  /** In JSON; what a scale unit is doing stands in {@code currentStep}. */
  public static Map<String, @Nullable Object> json(
      Operation operation, OperationState state, @Nullable String step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("activityId", operation.activity().value());
    json.put("environmentId", operation.target().environment().value());
    json.put("operationStatus", state.status());
    json.put("state", word(state));
    json.put("currentStep", step);
    return json;
  }

  /** In a line. */
  public static String line(Operation operation, OperationState state, @Nullable String step) {
    return "operation "
        + operation.activity()
        + ": "
        + state.status()
        + " ("
        + word(state)
        + ")"
        + (step == null ? "" : ", " + step);
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
