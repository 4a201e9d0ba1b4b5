package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.preflight.CheckStep.Status;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeographyCheckTest {
  private CheckLab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new CheckLab();
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void a_project_of_another_geography_is_found_there() {
    askAtTheOther();

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.PROJECT).status()).isEqualTo(Status.FAILED);
    Problem verdict = CheckStep.verdict(steps).orElseThrow();
    assertThat(verdict.code()).isEqualTo(ProblemCode.PROJECT_NOT_VISIBLE);
    assertThat(verdict.message())
        .isEqualTo(
            "project 1234567 lives in another geography than the connection 'contoso': "
                + lab.lab.apiEndpoint()
                + " answers");
    assertThat(verdict.fixes())
        .containsExactly(
            "lifeline connection update contoso --api-endpoint " + lab.lab.apiEndpoint());
    assertThat(verdict.step()).isEqualTo(SetupStep.CONNECTION);
    assertThat(verdict.details()).containsEntry("apiEndpoint", lab.lab.apiEndpoint().toString());
  }

  @Test
  void each_endpoint_gets_a_token_of_its_own() {
    askAtTheOther();

    lab.run();

    assertThat(lab.signIns())
        .extracting(it -> it.form().get("scope"))
        .containsExactly(
            lab.otherApi() + "/user_impersonation", lab.lab.apiEndpoint() + "/user_impersonation");
    assertThat(lab.lcs()).extracting(Received::status).doesNotContain(401);
  }

  @Test
  void nothing_in_lcs_is_changed_by_looking() {
    askAtTheOther();

    lab.run();

    assertThat(lab.lcs()).extracting(Received::method).containsOnly("GET");
  }

  @Test
  void the_endpoint_that_shows_the_project_is_asked_nothing_more() {
    lab.places = Places.of(lab.otherApi().toString());

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).status()).isEqualTo(Status.SKIPPED);
    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).finding())
        .isEqualTo("the project answers where the connection asks");
    assertThat(lab.signIns()).hasSize(1);
    assertThat(CheckStep.verdict(steps)).isEmpty();
  }

  @Test
  void a_project_that_no_endpoint_shows_is_told_with_their_answers() {
    lab.project = new ProjectId(99);
    lab.places = Places.of(lab.otherApi().toString());

    Problem verdict = CheckStep.verdict(lab.run()).orElseThrow();

    assertThat(verdict.message())
        .isEqualTo("project 99 is visible to this account at no endpoint that was asked");
    assertThat(verdict.why()).isEqualTo("Answers: " + lab.otherApi() + ": not visible.");
    assertThat(verdict.code()).isEqualTo(ProblemCode.PROJECT_NOT_VISIBLE);
  }

  @Test
  void a_refused_account_ends_the_search_after_one_attempt() {
    askAtTheOther();
    lab.places = Places.of(lab.lab.apiEndpoint() + ",https://127.0.0.1:1");
    refuseFromTheSecondSignInOn(50126);

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(lab.signIns()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"500011", "650057", "65001", "70011"})
  void an_endpoint_that_the_tenant_does_not_know_is_passed_over(int aadsts) {
    askAtTheOther();
    refuseFromTheSecondSignInOn(aadsts);

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).problem().why())
        .isEqualTo("Answers: " + lab.lab.apiEndpoint() + ": no token for it.");
  }

  @Test
  void an_endpoint_that_does_not_answer_is_passed_over_soon() {
    lab.project = new ProjectId(99);
    lab.places = Places.of("https://localhost:1," + lab.otherApi());

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).problem().why())
        .contains("https://localhost:1: no ", lab.otherApi() + ": not visible");
  }

  @Test
  void a_connection_on_this_machine_asks_no_public_endpoint() {
    lab.project = new ProjectId(99);
    lab.places = Places.PUBLIC;

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).status()).isEqualTo(Status.SKIPPED);
    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).finding())
        .contains("asks no other host");
    assertThat(lab.signIns()).hasSize(1);
  }

  @Test
  void a_place_of_another_cloud_is_refused_before_anything_is_sent() {
    lab.places = Places.of("eu");

    Problem problem = Problems.of(lab::run);

    assertThat(problem.code()).isEqualTo(ProblemCode.CLOUD_MISMATCH);
    assertThat(lab.lab.emulator.received().list()).isEmpty();
    assertThat(lab.told).isEmpty();
  }

  @Test
  void lcs_that_gives_no_decision_is_no_reason_to_look_elsewhere() {
    lab.places = Places.of(lab.otherApi().toString());
    lab.lab.answerAlways("lcs", "GetAssets", 503, "");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).status()).isEqualTo(Status.SKIPPED);
    assertThat(lab.signIns()).hasSize(1);
  }

  @Test
  void an_account_that_lcs_does_not_know_here_may_be_known_elsewhere() {
    askAtTheOther();
    lab.lab.answer(
        Fault.once(
            "other-lcs", "GET", "GetSharedAssets", new FaultAction.Answer(401, Map.of(), "")));

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.PROJECT).status()).isEqualTo(Status.SKIPPED);
    assertThat(CheckStep.verdict(steps).orElseThrow().fixes())
        .first()
        .asString()
        .contains("connection update contoso");
  }

  @Test
  void without_a_project_there_is_nothing_to_look_for() {
    lab.project = null;
    lab.places = Places.PUBLIC;

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void a_failed_sign_in_is_not_tried_elsewhere() {
    askAtTheOther();
    lab.as("mfa");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.GEOGRAPHY).finding()).contains("'sign-in'");
    assertThat(lab.signIns()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "STORED, 'lifeline connection update \"my lcs\" --geography eu'",
    "ENVIRONMENT, set LIFELINE_API_ENDPOINT to https://lcsapi.eu.lcs.dynamics.com",
    "NEW, give --geography eu instead"
  })
  void the_way_to_change_the_connection_depends_on_where_it_comes_from(
      Origin origin, String words) {
    assertThat(origin.toMoveTo(ApiEndpoint.of("https://lcsapi.eu.lcs.dynamics.com"), "my lcs"))
        .isEqualTo(words);
  }

  /** The connection asks where the project does not live; the search may ask where it does. */
  private void askAtTheOther() {
    lab.api = lab.otherApi();
    lab.places = Places.of(lab.lab.apiEndpoint().toString());
  }

  private void refuseFromTheSecondSignInOn(int aadsts) {
    String body =
        "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS%d: no\",\"error_codes\":[%d]}"
            .formatted(aadsts, aadsts);
    lab.lab.answer(
        Fault.once("entra", "POST", "/token", new FaultAction.Answer(400, Map.of(), body))
            .after(1)
            .times(1_000));
  }
}
