package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.preflight.CheckStep.Status;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionCheckTest {
  private final List<CheckStep> told = new ArrayList<>();
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void a_connection_that_works_passes_every_step() {
    List<CheckStep> steps = check("deploy", lab.password(), Lab.PROJECT);

    assertThat(steps)
        .extracting(CheckStep::name)
        .containsExactly("sign-in", "Lifecycle Services", "project 1234567");
    assertThat(steps).extracting(CheckStep::status).containsOnly(Status.PASSED);
    assertThat(steps).extracting(CheckStep::finding).first().isEqualTo("a token for 70 minutes");
    assertThat(told).isEqualTo(steps);
  }

  @Test
  void a_wrong_password_fails_the_first_step_and_skips_the_others() {
    List<CheckStep> steps = check("deploy", Secret.of("wrong"), Lab.PROJECT);

    assertThat(steps)
        .extracting(CheckStep::status)
        .containsExactly(Status.FAILED, Status.SKIPPED, Status.SKIPPED);
    assertThat(steps.get(0).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(lab.received("entra", "token")).hasSize(1);
    assertThat(lab.emulator.received().of("lcs")).isEmpty();
  }

  @Test
  void an_account_that_never_opened_the_project_fails_the_last_step() {
    List<CheckStep> steps = check("newcomer", lab.password(), Lab.PROJECT);

    assertThat(steps)
        .extracting(CheckStep::status)
        .containsExactly(Status.PASSED, Status.PASSED, Status.FAILED);
    assertThat(steps.get(2).problem()).extracting(Problem::step).isEqualTo(SetupStep.FIRST_SIGN_IN);
  }

  @Test
  void a_project_that_is_not_in_this_geography_fails_the_last_step() {
    List<CheckStep> steps = check("deploy", lab.password(), new ProjectId(99));

    assertThat(steps.get(2).problem())
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.PROJECT_NOT_VISIBLE);
  }

  @Test
  void without_a_project_its_step_is_skipped() {
    List<CheckStep> steps = check("deploy", lab.password(), null);

    assertThat(steps)
        .extracting(CheckStep::status)
        .containsExactly(Status.PASSED, Status.PASSED, Status.SKIPPED);
  }

  @Test
  void an_interruption_is_no_finding() {
    Thread.currentThread().interrupt();

    Problem problem = Problems.of(() -> check("deploy", lab.password(), Lab.PROJECT));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
  }

  private List<CheckStep> check(String account, Secret password, @Nullable ProjectId project) {
    return lab.lifeline(account, password).connectionCheck().run(project, told::add);
  }
}
