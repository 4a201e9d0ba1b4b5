package dev.lifeline.hub.run;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepProgress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How runs and their events look to clients. */
final class RunView {
  private RunView() {}

  static Map<String, @Nullable Object> json(Run run, String address) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", run.id().toString());
    json.put("number", run.number());
    json.put("name", run.name());
    json.put("state", run.state().id());
    json.put("connectionId", run.place().connection().toString());
    json.put("hubProjectId", run.place().project().toString());
    json.put("projectId", run.place().lcsProject());
    json.put("startedBy", startedBy(run.origin()));
    json.put("created", run.times().created().toString());
    json.put("started", text(run.times().started()));
    json.put("ended", text(run.times().ended()));
    json.put("cancelRequested", text(run.times().cancelRequested()));
    json.put("rerunOf", run.origin().rerunOf() == null ? null : run.origin().rerunOf().toString());
    json.put("idempotencyKey", run.origin().idempotencyKey());
    json.put("problem", problem(run.problem()));
    json.put("steps", run.steps().stream().map(RunView::json).toList());
    json.put("url", address + "/api/v1/runs/" + run.id());
    return json;
  }

  static Map<String, @Nullable Object> json(RunEvent event) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", event.number());
    json.put("runId", event.run().toString());
    json.put("step", event.step());
    json.put("happened", event.happened().toString());
    json.put("kind", event.kind().id());
    json.put("text", event.text());
    json.put("details", Json.read(event.details(), Map.class).orElse(Map.of()));
    return json;
  }

  private static Map<String, @Nullable Object> startedBy(Run.Origin origin) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("personId", origin.person().toString());
    json.put("token", origin.tokenName());
    return json;
  }

  private static Map<String, @Nullable Object> json(RunStep step) {
    StepProgress progress = step.progress();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("position", step.position());
    json.put("kind", step.order().kind().id());
    Map<String, Object> inputs = new LinkedHashMap<>();
    step.order().inputs().forEach((input, value) -> inputs.put(input.id(), value));
    json.put("inputs", inputs);
    json.put("state", progress.state().id());
    json.put("status", progress.status());
    json.put("operation", operation(progress.operation()));
    json.put("started", text(step.started()));
    json.put("ended", text(step.ended()));
    json.put("problem", problem(step.problem()));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> operation(
      @Nullable FollowedOperation operation) {
    if (operation == null) {
      return null;
    }
    boolean isValidation = operation.kind().equals(FollowedOperation.VALIDATION);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", operation.kind());
    json.put("environmentId", isValidation ? null : operation.environment());
    json.put(isValidation ? "assetId" : "activityId", operation.activity());
    json.put("deploymentId", operation.deploymentId());
    return json;
  }

  private static @Nullable Object problem(@Nullable String stored) {
    return stored == null ? null : Json.read(stored, Map.class).orElse(null);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
