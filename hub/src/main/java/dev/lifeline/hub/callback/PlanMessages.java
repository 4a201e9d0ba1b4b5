package dev.lifeline.hub.callback;

import dev.lifeline.core.JsonPosts.Message;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.PlanJob;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plan of Azure Pipelines understands (azure-pipelines-tasks: agentless tasks). */
final class PlanMessages {
  private static final String NO_TASK = "00000000-0000-0000-0000-000000000000";

  private final PlanJob job;
  private final Secret authorization;

  PlanMessages(PlanJob job, Secret token) {
    this.job = job;
    byte[] pair = (":" + token.reveal()).getBytes(StandardCharsets.UTF_8);
    this.authorization = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The task has begun. */
  Message started() {
    return event("TaskStarted", Map.of());
  }

  /**
   * The task is done, and the job goes on.
   *
   * @param result {@code succeeded}, {@code failed} or {@code canceled}
   */
  Message completed(String result) {
    return event("TaskCompleted", Map.of("result", result));
  }

  /** Lines of the live log. */
  Message lines(List<String> lines) {
    return message(
        "POST",
        "/timelines/" + job.timeline() + "/records/" + job.job() + "/feed?api-version=4.1",
        Map.of("value", lines, "count", lines.size()));
  }

  /** Output variables of the task. */
  Message variables(Map<String, String> variables) {
    Map<String, Object> values = new LinkedHashMap<>();
    variables.forEach((name, value) -> values.put(name, Map.of("value", value, "isSecret", false)));
    return message(
        "PATCH",
        "/timelines/" + job.timeline() + "/records?api-version=4.1",
        Map.of("value", List.of(Map.of("id", job.task(), "variables", values)), "count", 1));
  }

  /** A gate is a job of its own (CLIENT). */
  private Message event(String name, Map<String, Object> more) {
    boolean isGate = job.hub().equalsIgnoreCase("Gates");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("taskId", isGate ? NO_TASK : job.task());
    json.put("jobId", isGate ? job.task() : job.job());
    json.putAll(more);
    return message("POST", "/events?api-version=2.0-preview.1", json);
  }

  private Message message(String method, String path, Map<String, Object> json) {
    URI address =
        URI.create(
            job.planUrl()
                + job.project()
                + "/_apis/distributedtask/hubs/"
                + job.hub()
                + "/plans/"
                + job.plan()
                + path);
    return new Message(method, address, authorization, Map.of(), Json.write(json));
  }
}
