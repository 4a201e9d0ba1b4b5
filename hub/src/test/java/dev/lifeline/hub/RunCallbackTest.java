package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server job of Azure Pipelines waits for a run. */
class RunCallbackTest {
  private static final String PROJECT = "11111111-1111-1111-1111-111111111111";
  private static final String PLAN = "22222222-2222-2222-2222-222222222222";
  private static final String JOB = "33333333-3333-3333-3333-333333333333";
  private static final String TIMELINE = "44444444-4444-4444-4444-444444444444";
  private static final String TASK = "55555555-5555-5555-5555-555555555555";
  private static final String AUTH = "a job's own secret";

  private RunLab lab;
  private PlanApi plan;

  @BeforeEach
  void open() throws Exception {
    lab = new RunLab(DatabaseKind.H2);
    plan = new PlanApi();
  }

  @AfterEach
  void close() {
    plan.close();
    lab.close();
  }

  @Test
  void the_job_hears_of_the_begin_of_each_state_and_once_of_the_end() throws Exception {
    start("build", lab.deployment("contoso-test", "agentless"));

    assertThat(plan.completed.await(30, TimeUnit.SECONDS)).isTrue();

    String hub = "/tfs/Contoso/" + PROJECT + "/_apis/distributedtask/hubs/build/plans/" + PLAN;
    String basic =
        "Basic "
            + Base64.getEncoder().encodeToString((":" + AUTH).getBytes(StandardCharsets.UTF_8));
    assertThat(plan.heard)
        .allSatisfy(
            each -> {
              assertThat(each.path()).startsWith(hub);
              assertThat(each.authorization()).isEqualTo(basic);
            });
    assertThat(plan.bodies("/events"))
        .containsExactly(
            event("TaskStarted", TASK, JOB, ""),
            event("TaskCompleted", TASK, JOB, ",\"result\":\"succeeded\""));
    assertThat(String.join("", plan.bodies("/timelines/" + TIMELINE + "/records/" + JOB + "/feed")))
        .contains("step 1 of 1: deploy 'agentless'", "is InProgress", "succeeded");
    assertThat(plan.bodies("/timelines/" + TIMELINE + "/records?api-version"))
        .singleElement()
        .asString()
        .contains("\"id\":\"" + TASK + "\"", "\"runState\"", "\"activityId\"");
  }

  @Test
  void the_token_is_erased_when_the_end_was_told() throws Exception {
    String run = start("build", lab.deployment("contoso-production", "is refused"));

    assertThat(plan.completed.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(plan.bodies("/events")).last().asString().contains("\"result\":\"failed\"");
    lab.await(run, answer -> isForgotten(run));
  }

  @Test
  void what_cannot_be_told_is_told_later() throws Exception {
    plan.refuseNext.set(1);

    start("build", lab.deployment("contoso-production", "later"));

    assertThat(plan.completed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(plan.bodies("/events")).hasSize(2);
  }

  @Test
  void a_job_that_asks_for_the_same_run_again_is_told_as_well() throws Exception {
    Map<String, Object> order = lab.order(List.of(lab.deployment("contoso-production", "same")));
    order.put("idempotencyKey", "one");
    String run = lab.call("POST", "/api/v1/runs", lab.administrator, order).at("id");
    lab.end(run);

    HubLab.Answer again = lab.call(headers("build"), order);

    assertThat(again.at("id")).isEqualTo(run);
    assertThat(plan.completed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_gate_is_a_job_of_its_own() throws Exception {
    start("Gates", lab.deployment("contoso-production", "gate"));

    assertThat(plan.completed.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(plan.bodies("/events"))
        .first()
        .isEqualTo(event("TaskStarted", "00000000-0000-0000-0000-000000000000", TASK, ""));
  }

  @Test
  void a_job_that_sends_only_some_of_its_headers_is_refused() throws Exception {
    Map<String, String> headers = new HashMap<>(headers("build"));
    headers.put("TimelineId", "$(system.TimelineId)");

    HubLab.Answer answer =
        lab.call(headers, lab.order(List.of(lab.deployment("contoso-test", "x"))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("message")).contains("'TimelineId'");
  }

  private String start(String hub, Map<String, String> step)
      throws IOException, InterruptedException {
    HubLab.Answer answer = lab.call(headers(hub), lab.order(List.of(step)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.text()).doesNotContain(AUTH);
    return answer.at("id");
  }

  private Map<String, String> headers(String hub) {
    return Map.of(
        "PlanUrl", plan.planUrl(),
        "ProjectId", PROJECT,
        "HubName", hub,
        "PlanId", PLAN,
        "JobId", JOB,
        "TimelineId", TIMELINE,
        "TaskInstanceId", TASK,
        "AuthToken", AUTH);
  }

  private boolean isForgotten(String run) {
    try (Database database = Database.open(lab.database)) {
      return database.inTransaction(
          tables ->
              tables.runCallbacks().of(UUID.fromString(run)).isEmpty()
                  && tables.sealedTexts().all().isEmpty());
    }
  }

  private static String event(String name, String task, String job, String more) {
    return "{\"name\":\"%s\",\"taskId\":\"%s\",\"jobId\":\"%s\"%s}"
        .formatted(name, task, job, more);
  }
}
