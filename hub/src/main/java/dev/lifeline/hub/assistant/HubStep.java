package dev.lifeline.hub.assistant;

import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.snippet.FilledStep;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tasks that need nothing of an agent, so that the hub can run them itself. */
enum HubStep {
  DEPLOY("AssetDeployment", StepKind.DEPLOY),
  WAIT("WaitForOperation", StepKind.WAIT_FOR_OPERATION),
  START("EnvironmentStart", StepKind.START_ENVIRONMENT),
  STOP("EnvironmentStop", StepKind.STOP_ENVIRONMENT),
  EXPORT("DatabaseExport", StepKind.EXPORT_DATABASE),
  REFRESH("DatabaseRefresh", StepKind.REFRESH_DATABASE);

  private static final Map<String, StepInput> INPUTS =
      Map.ofEntries(
          Map.entry("environmentId", StepInput.ENVIRONMENT),
          Map.entry("targetEnvironmentId", StepInput.ENVIRONMENT),
          Map.entry("sourceEnvironmentId", StepInput.SOURCE),
          Map.entry("fileAssetId", StepInput.ASSET),
          Map.entry("deploymentType", StepInput.TYPE),
          Map.entry("operationType", StepInput.TYPE),
          Map.entry("releaseName", StepInput.UPDATE_NAME),
          Map.entry("scaleUnitName", StepInput.SCALE_UNIT),
          Map.entry("ecommerceEnvironmentId", StepInput.ECOMMERCE_ENVIRONMENT),
          Map.entry("backupName", StepInput.BACKUP_NAME),
          Map.entry("activityId", StepInput.ACTIVITY),
          Map.entry("deploymentId", StepInput.DEPLOYMENT_ID));

  private final String task;
  private final StepKind kind;

  HubStep(String task, StepKind kind) {
    this.task = task;
    this.kind = kind;
  }

  /** The step that is the same as a task; empty when only an agent can run it. */
  static Optional<HubStep> of(TaskDefinition task) {
    return Arrays.stream(values()).filter(each -> each.task.equals(task.id())).findFirst();
  }

  StepKind kind() {
    return kind;
  }

  /** Whether everything is filled in; what a pipeline's macros would say is not there by itself. */
  static boolean isWhole(FilledStep step) {
    return step.missing().isEmpty()
        && step.task().inputs().stream()
            .noneMatch(input -> step.matters(input) && step.value(input).startsWith("$("));
  }

  /** What the step is told. */
  Map<String, String> inputs(FilledStep step) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Input input : step.task().inputs()) {
      StepInput same = INPUTS.get(input.name());
      String value = step.value(input);
      if (same != null && step.matters(input) && !value.isEmpty()) {
        inputs.put(same.id(), value);
      }
    }
    return inputs;
  }
}
