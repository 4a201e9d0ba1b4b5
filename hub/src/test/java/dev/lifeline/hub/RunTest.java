package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.OperationKind;
import dev.lifeline.hub.store.DatabaseKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs do, through the hub's port, beside an emulator. */
class RunTest {
  private RunLab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new RunLab(DatabaseKind.H2);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_customer_managed_environment_is_stopped_and_started() throws Exception {
    int stops = lab.operations(OperationKind.STOP).size();

    HubLab.Answer end = lab.end(lab.start(power("stop-environment", "contoso-build")));

    assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
    assertThat(lab.operations(OperationKind.STOP)).hasSize(stops + 1);
  }

  @Test
  void an_on_premises_environment_is_prepared_and_then_deployed_to() throws Exception {
    Map<String, String> step = new HashMap<>(lab.deployment("contoso-onprem", "on premises"));
    step.put("type", "hqonprem");

    HubLab.Answer end = lab.end(lab.start(step));

    assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
    assertThat(end.text()).contains("\"status\":\"Deployed\"");
  }

  @Test
  void commerce_packages_are_deployed() throws Exception {
    String unit =
        lab.emulator.world().lifecycle().environments().stream()
            .filter(it -> it.name().equals("contoso-commerce"))
            .findFirst()
            .orElseThrow()
            .eCommerce()
            .get(0)
            .toString();

    HubLab.Answer end =
        lab.end(
            lab.start(
                Map.of(
                    "kind", "deploy",
                    "type", "ecom",
                    "environment", "contoso-commerce",
                    "asset", lab.asset("contoso-online-store.zip"),
                    "ecommerceEnvironment", unit)));

    assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
  }

  @Test
  void runs_that_wait_for_the_same_operation_share_one_look() throws Exception {
    String first = lab.start(lab.deployment("contoso-dev", "shared"));
    HubLab.Answer waiting = lab.await(first, answer -> answer.text().contains("\"activityId\""));
    String activity = waiting.text().replaceFirst("(?s).*\"activityId\":\"([^\"]+)\".*", "$1");
    Map<String, String> wait =
        Map.of(
            "kind",
            "wait-for-operation",
            "environment",
            lab.environment("contoso-dev"),
            "activityId",
            activity);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(lab.start(wait));
    }

    for (String other : others) {
      assertThat(lab.end(other).at("state")).isEqualTo("succeeded");
    }

    // it takes half a second, and is looked at ten times a second
    assertThat(lab.requests("operationactivity/" + activity)).isLessThan(30);
  }

  @Test
  void a_start_whose_answer_is_cut_is_found_and_followed() throws Exception {
    lab.emulator
        .faults()
        .add(Fault.once("lcs", "POST", "/applyupdate/", new FaultAction.LoseAnswer()));
    String run = lab.start(lab.deployment("contoso-uat", "cut off"));

    HubLab.Answer end = lab.end(run);

    assertThat(end.at("state")).as(end.text()).isEqualTo("succeeded");
    assertThat(updates("cut off")).isEqualTo(1);
    assertThat(lab.events(run)).anyMatch(text -> text.contains("nobody knows whether"));
  }

  @Test
  void a_failure_explains_itself() throws Exception {
    HubLab.Answer end = lab.end(lab.start(lab.deployment("contoso-production", "to production")));

    assertThat(end.at("state")).isEqualTo("failed");
    assertThat(end.at("problem", "code")).isEqualTo("PRODUCTION_ENVIRONMENT");
    assertThat(end.at("problem", "why")).contains("in its portal only");
    assertThat(end.at("problem", "fix")).contains("deploy to a sandbox");
  }

  @Test
  void the_steps_behind_a_failure_are_called_off() throws Exception {
    HubLab.Answer end =
        lab.end(
            lab.start(
                List.of(
                    lab.deployment("contoso-production", "fails"),
                    power("start-environment", "contoso-build"))));

    assertThat(states(end)).containsExactly("failed", "cancelled");
  }

  @Test
  void the_same_key_means_the_same_run() throws Exception {
    Map<String, Object> order = lab.order(List.of(lab.deployment("contoso-test", "once")));
    order.put("idempotencyKey", "build-42");

    HubLab.Answer first = lab.call("POST", "/api/v1/runs", lab.administrator, order);
    HubLab.Answer again = lab.call("POST", "/api/v1/runs", lab.administrator, order);
    order.put("name", "something else");
    HubLab.Answer other = lab.call("POST", "/api/v1/runs", lab.administrator, order);

    assertThat(List.of(first.status(), again.status(), other.status()))
        .containsExactly(201, 200, 409);
    assertThat(again.at("id")).isEqualTo(first.at("id"));
    lab.end(first.at("id"));
    assertThat(updates("once")).isEqualTo(1);
  }

  @Test
  void a_run_that_is_called_off_leaves_lcs_alone_and_starts_nothing_more() throws Exception {
    String run =
        lab.start(
            List.of(
                lab.deployment("contoso-test", "called off"),
                lab.deployment("contoso-test", "never begun")));
    lab.await(run, answer -> answer.text().contains("\"activityId\""));

    lab.call("POST", "/api/v1/runs/" + run + "/cancel", lab.administrator, null);

    HubLab.Answer end = lab.end(run);
    assertThat(end.at("state")).isEqualTo("cancelled");
    assertThat(states(end)).containsExactly("cancelled", "cancelled");
    assertThat(lab.events(run)).anyMatch(text -> text.contains("goes on in LCS, which cannot"));
    assertThat(updates("never begun")).isZero();
  }

  @Test
  void a_run_can_be_asked_for_again() throws Exception {
    String run = lab.start(lab.deployment("contoso-production", "again"));
    lab.end(run);

    HubLab.Answer again =
        lab.call("POST", "/api/v1/runs/" + run + "/rerun", lab.administrator, null);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("rerunOf")).isEqualTo(run);
    assertThat(lab.end(again.at("id")).at("state")).isEqualTo("failed");
  }

  @Test
  void what_makes_no_sense_is_refused_before_anything_is_stored() throws Exception {
    List<Map<String, String>> wrong =
        List.of(
            Map.of("kind", "delete-environment"),
            Map.of("kind", "deploy", "environment", "x", "asset", "not an id"),
            Map.of(
                "kind", "deploy", "environment", "x", "asset", lab.asset("contoso-release-1.zip")),
            Map.of("kind", "start-environment"),
            Map.of("kind", "start-environment", "environment", "x", "asset", "y"),
            Map.of("kind", "refresh-database", "environment", "x", "source", "X"));
    for (Map<String, String> step : wrong) {
      HubLab.Answer answer =
          lab.call("POST", "/api/v1/runs", lab.administrator, lab.order(List.of(step)));

      assertThat(answer.status()).as(step.toString()).isEqualTo(400);
      assertThat(answer.at("message")).startsWith("Step 1: ");
    }
  }

  @Test
  void a_use_stands_in_the_history_and_in_the_audit_log() throws Exception {
    String run = lab.start(lab.deployment("contoso-production", "history"));
    lab.end(run);

    HubLab.Answer history =
        lab.call(
            "GET",
            "/contoso/Main/_apis/serviceendpoint/" + lab.connection + "/executionhistory",
            lab.administrator,
            null);
    HubLab.Answer audit = lab.call("GET", "/api/v1/audit", lab.administrator, null);

    assertThat(history.text()).contains(run);
    assertThat(audit.text()).contains("run.started", run);
  }

  @Test
  void figures_tell_of_runs_and_of_looks() throws Exception {
    HubLab.Answer metrics = lab.call("GET", "/metrics", lab.administrator, null);

    assertThat(metrics.text())
        .contains("lifeline_hub_runs{state=\"waiting\"}", "lifeline_hub_looks_total");
  }

  private static Map<String, String> power(String kind, String environment) {
    return Map.of("kind", kind, "environment", environment);
  }

  private long updates(String name) {
    return lab.operations(OperationKind.UPDATE).stream()
        .filter(each -> name.equals(each.name()))
        .count();
  }

  private static List<String> states(HubLab.Answer run) {
    return ((List<?>) run.json().get("steps"))
        .stream().map(step -> String.valueOf(((Map<?, ?>) step).get("state"))).toList();
  }
}
