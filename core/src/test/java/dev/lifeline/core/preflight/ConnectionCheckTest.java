package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.preflight.CheckStep.Status;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.scenario.Received;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {
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
  void a_connection_that_works_passes_every_step() {
    List<CheckStep> steps = lab.run();

    assertThat(steps)
        .extracting(step -> step.what().id())
        .containsExactly(
            "addresses",
            "network-entra",
            "network-lcs",
            "authority",
            "realm",
            "sign-in",
            "token",
            "lifecycle-services",
            "project",
            "asset-library",
            "servicing");
    assertThat(steps).allSatisfy(step -> assertThat(step.status()).isEqualTo(Status.PASSED));
    assertThat(steps).extracting(CheckStep::warning).containsOnlyNulls();
    assertThat(lab.told).isEqualTo(steps);
    assertThat(CheckStep.verdict(steps)).isEmpty();
  }

  @Test
  void each_step_says_what_was_found() {
    List<CheckStep> steps = lab.run();

    assertThat(steps)
        .extracting(CheckStep::finding)
        .containsExactly(
            "well-formed and of one cloud: this machine",
            "localhost answers directly; its TLS certificate is trusted",
            "localhost answers directly; its TLS certificate is trusted",
            "knows the tenant 'contoso.example'",
            "Entra ID itself checks the password",
            "a token for 70 minutes",
            "for " + lab.api + ", user_impersonation, tenant " + tenantId(),
            "it accepts the sign-in; 1 package shared",
            "visible; 2 packages in its library",
            "can be read; whether the account may add to it cannot be seen without adding something",
            "environments can be read; whether the account may service them cannot be seen without starting something");
  }

  @Test
  void nothing_in_lcs_is_changed() {
    lab.run();

    assertThat(lab.lcs()).isNotEmpty().extracting(Received::method).containsOnly("GET");
  }

  @Test
  void hosts_are_only_tried_without_a_token() {
    lab.run();

    assertThat(lab.lcs())
        .filteredOn(it -> it.path().equals("/"))
        .singleElement()
        .satisfies(it -> assertThat(it.headers().keySet()).doesNotContain("authorization"));
  }

  @Test
  void a_wrong_password_fails_the_sign_in_and_is_sent_once() {
    lab.password = Secret.of("wrong");

    List<CheckStep> steps = lab.run();

    CheckStep signIn = CheckLab.step(steps, Prerequisite.SIGN_IN);
    assertThat(signIn.problem()).extracting(Problem::code).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(steps.subList(0, 5)).extracting(CheckStep::status).containsOnly(Status.PASSED);
    assertThat(steps.subList(6, 11)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
    assertThat(steps.get(6).finding()).isEqualTo("needs the step 'sign-in', which did not pass");
    assertThat(lab.signIns()).hasSize(1);
    assertThat(lab.lcs()).extracting(Received::path).containsExactly("/");
    assertThat(CheckStep.verdict(steps)).contains(signIn.problem());
  }

  @Test
  void an_account_that_never_opened_the_project_fails_the_project() {
    List<CheckStep> steps = lab.as("newcomer").run();

    CheckStep project = CheckLab.step(steps, Prerequisite.PROJECT);
    assertThat(project.name()).isEqualTo("project 1234567");
    assertThat(project.problem()).extracting(Problem::step).isEqualTo(SetupStep.FIRST_SIGN_IN);
    assertThat(steps.subList(9, 11)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
  }

  @Test
  void a_project_that_is_not_there_is_answered_with_how_to_look_for_it() {
    lab.project = new ProjectId(99);

    Problem problem = CheckStep.verdict(lab.run()).orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.PROJECT_NOT_VISIBLE);
    assertThat(problem.fixes())
        .last()
        .isEqualTo("find out where it lives: lifeline connection verify contoso --find-geography");
  }

  @Test
  void a_project_that_refuses_its_library_is_visible_by_its_environments() {
    lab.lab.answerAlways("lcs", "GetAssets", 403, "{\"Message\":\"no role\"}");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.PROJECT).finding())
        .isEqualTo("visible, though not its asset library");
    assertThat(CheckLab.step(steps, Prerequisite.ASSET_LIBRARY).problem())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.ROLE_INSUFFICIENT);
              assertThat(problem.message())
                  .isEqualTo(
                      "the role of 'deploy@contoso.example' in project 1234567 does not suffice for its asset library");
              assertThat(problem.details()).containsEntry("message", "no role");
            });
    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void a_project_that_refuses_its_environments_cannot_be_serviced() {
    lab.lab.answerAlways("lcs", "environmentinfo", 403, "{\"Message\":\"no role\"}");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.ASSET_LIBRARY).status()).isEqualTo(Status.PASSED);
    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).problem())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.ROLE_INSUFFICIENT);
              assertThat(problem.step()).isEqualTo(SetupStep.ACCOUNT);
              assertThat(problem.fixes())
                  .singleElement()
                  .asString()
                  .contains("Environment manager");
            });
  }

  @Test
  void a_refusal_in_words_of_lcs_is_passed_on() {
    lab.lab.answerAlways(
        "lcs", "environmentinfo", 200, "{\"IsSuccess\":false,\"ErrorMessage\":\"closed today\"}");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).problem())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.LCS_REFUSED);
              assertThat(problem.message()).contains("closed today");
            });
  }

  @Test
  void a_reader_looks_the_same_as_far_as_reading_tells_and_that_is_said() {
    List<CheckStep> steps = lab.as("reader").run();

    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).status()).isEqualTo(Status.PASSED);
    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).finding())
        .contains("cannot be seen without starting something");
  }

  @Test
  void a_project_in_which_nothing_is_shown_is_warned_of() {
    lab.lab.answerAlways("lcs", "GetAssets", 200, "[]");
    lab.lab.answerAlways("lcs", "environmentinfo", 200, "{\"IsSuccess\":true,\"Data\":[]}");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.PROJECT))
        .satisfies(
            step -> {
              assertThat(step.status()).isEqualTo(Status.PASSED);
              assertThat(step.warning()).contains("another geography", "--find-geography");
            });
    assertThat(CheckLab.step(steps, Prerequisite.SERVICING).finding())
        .isEqualTo("the project shows no environment to service");
  }

  @Test
  void lcs_that_gives_no_decision_is_not_a_project_that_is_not_there() {
    lab.lab.answerAlways("lcs", "GetAssets", 503, "");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.PROJECT).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
  }

  @Test
  void without_a_project_its_steps_are_skipped() {
    lab.project = null;

    List<CheckStep> steps = lab.run();

    assertThat(steps.subList(0, 8)).extracting(CheckStep::status).containsOnly(Status.PASSED);
    assertThat(steps.subList(8, 11)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
    assertThat(steps.get(8).name()).isEqualTo("project");
    assertThat(CheckStep.verdict(steps)).isEmpty();
  }

  @Test
  void an_authority_given_by_its_token_endpoint_is_not_asked_what_only_entra_knows() {
    lab.authority = new AuthenticationEndpoint(lab.authority.tokenEndpoint());

    List<CheckStep> steps = lab.run();

    assertThat(steps.subList(3, 5)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
    assertThat(steps.get(3).finding()).contains("not Entra ID");
    assertThat(steps.subList(5, 11)).extracting(CheckStep::status).containsOnly(Status.PASSED);
    assertThat(lab.lab.received("entra", "openid-configuration")).isEmpty();
    assertThat(lab.lab.received("entra", "userrealm")).isEmpty();
  }

  @Test
  void a_domain_that_nobody_knows_is_found_out_before_a_password_is_sent() {
    lab.username = "deploy@nowhere.invalid";

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.AUTHORITY).problem())
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TENANT_UNKNOWN);
              assertThat(problem.message()).contains("'nowhere.invalid'");
            });
    assertThat(CheckLab.step(steps, Prerequisite.SIGN_IN).status()).isEqualTo(Status.SKIPPED);
    assertThat(lab.signIns()).isEmpty();
  }

  @Test
  void the_realm_is_asked_afresh_and_remembered() {
    lab.realm = Realm.FEDERATED;

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.REALM).finding())
        .isEqualTo("Entra ID itself checks the password");
    assertThat(lab.remembered).isNotEmpty().containsOnly(Realm.MANAGED);
    assertThat(lab.lab.received("entra", "userrealm")).hasSize(1);
  }

  @Test
  void a_realm_that_nobody_knows_does_not_stop_the_sign_in() {
    lab.lab.answerAlways("entra", "userrealm", 404, "");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.REALM).finding()).contains("does not say");
    assertThat(CheckLab.step(steps, Prerequisite.SIGN_IN).status()).isEqualTo(Status.PASSED);
  }

  @Test
  void a_token_for_something_else_never_reaches_lcs() {
    String token = Jwt.of("{\"aud\":\"https://graph.microsoft.com\",\"scp\":\"User.Read\"}");
    lab.lab.answerAlways(
        "entra", "/token", 200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.TOKEN).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.TOKEN_NOT_FOR_LCS);
    assertThat(CheckLab.step(steps, Prerequisite.LIFECYCLE_SERVICES).status())
        .isEqualTo(Status.SKIPPED);
    assertThat(lab.lcs()).extracting(Received::path).containsExactly("/");
  }

  @Test
  void a_clock_that_is_wrong_is_warned_of() {
    lab.time = new ManualTime(lab.lab.time.instant().plus(Duration.ofMinutes(7)));

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.TOKEN))
        .satisfies(
            step -> {
              assertThat(step.status()).isEqualTo(Status.PASSED);
              assertThat(step.warning())
                  .isEqualTo(
                      "the clock of this machine is 7 minutes ahead of that of the authority: set it right");
            });
  }

  @Test
  void fields_that_make_no_connection_fail_the_first_step() {
    Problem mismatch = Problem.of(ProblemCode.CLOUD_MISMATCH, "two clouds");

    List<CheckStep> steps = ConnectionCheck.ofMalformed(mismatch, lab.time, lab.told::add);

    assertThat(steps).hasSize(11).isEqualTo(lab.told);
    assertThat(steps.get(0).status()).isEqualTo(Status.FAILED);
    assertThat(steps.subList(1, 11)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
    assertThat(CheckStep.verdict(steps)).contains(mismatch);
  }

  @Test
  void time_is_told_for_each_step() {
    lab.lab.answer(
        Fault.once("lcs", "GET", "GetSharedAssets", new FaultAction.Delay(Duration.ofSeconds(3))));

    List<CheckStep> steps = lab.run();

    assertThat(CheckLab.step(steps, Prerequisite.LIFECYCLE_SERVICES).duration())
        .isEqualTo(Duration.ofSeconds(3));
    assertThat(CheckLab.step(steps, Prerequisite.TOKEN).duration()).isEqualTo(Duration.ZERO);
  }

  @Test
  void an_interruption_is_no_finding() {
    Thread.currentThread().interrupt();

    Problem problem = Problems.of(lab::run);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
  }

  @Test
  void a_secret_is_in_no_step_and_in_no_event() {
    List<CheckStep> steps = lab.run();

    assertThat(steps.toString()).doesNotContain(lab.password.reveal());
    assertThat(lab.lab.events).extracting(Event::toString).asString().doesNotContain("eyJ");
  }

  private String tenantId() {
    return lab.lab.emulator.world().directory().tenant().id().toString();
  }
}
