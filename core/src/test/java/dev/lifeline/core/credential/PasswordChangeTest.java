package dev.lifeline.core.credential;

import static dev.lifeline.core.credential.CredentialLab.NAME;
import static dev.lifeline.core.credential.CredentialLab.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.PermissionGrant;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordChangeTest {
  private static final String CHANGE = "/v1.0/me/changePassword";

  @TempDir Path home;
  private CredentialLab at;

  @BeforeEach
  void start() throws Exception {
    at = new CredentialLab(home);
    at.store("deploy");
  }

  @AfterEach
  void stop() {
    at.close();
  }

  @Test
  void the_password_is_changed_in_entra_and_in_the_folder() {
    at.change().change(NAME, NEW);

    assertThat(at.right("deploy")).isEqualTo(NEW);
    assertThat(at.stored()).isEqualTo(NEW);
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void a_password_that_lifeline_makes_is_taken() {
    Secret strong = new StrongPassword(new SecureRandom()).next();

    at.change().change(NAME, strong);

    assertThat(at.right("deploy")).isEqualTo(strong);
  }

  @Test
  void a_password_that_entra_finds_weak_is_refused_with_its_reason_and_the_old_one_stays() {
    Problem problem = Problems.of(() -> at.change().change(NAME, Secret.of("weak")));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_REFUSED);
    assertThat(problem.message()).contains("too short or too simple").doesNotContain("weak");
    assertThat(problem.details()).containsKey("requestId");
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void without_consent_to_change_passwords_nothing_is_begun_and_the_command_is_named() {
    withdrawConsent();

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_REFUSED);
    assertThat(problem.fixes())
        .first()
        .asString()
        .contains("lifeline app register")
        .contains("--client-id " + at.lab.clientId())
        .contains("--allow-password-change");
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
    assertThat(at.lab.received("graph", "")).isEmpty();
  }

  @Test
  void a_token_that_graph_finds_insufficient_leaves_everything_as_it_was() {
    at.lab.answerOnce(
        "graph", CHANGE, 403, "{\"error\":{\"code\":\"Authorization_RequestDenied\"}}");

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_REFUSED);
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void throttling_leaves_everything_as_it_was() {
    at.lab.answer(
        Fault.once(
                "graph",
                null,
                CHANGE,
                new FaultAction.Answer(429, Map.of("Retry-After", "600"), ""))
            .times(100));

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.THROTTLED);
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void a_fault_of_graph_leaves_both_passwords_until_the_next_run_knows() {
    at.lab.answerOnce("graph", CHANGE, 502, "");

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(problem.message()).startsWith("it is not known whether Entra ID changed");
    assertThat(problem.why()).contains("Both passwords are kept");
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(NEW);
    assertThat(at.lab.received("graph", CHANGE)).hasSize(1);
  }

  @Test
  void a_new_password_that_is_not_known_everywhere_yet_leaves_both() {
    at.lab.answerOnce("graph", CHANGE, 204, "");

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_UNFINISHED);
    assertThat(problem.fixes()).first().asString().contains("lifeline connection verify prod");
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(NEW);
    assertThat(at.stored()).isEqualTo(at.lab.password());
  }

  @Test
  void a_change_that_was_cut_off_is_settled_before_another_begins() {
    at.folder().beginChange(NAME, Secret.of("Cut-off-passphrase-41"));
    at.lab.time.advance(Duration.ofMinutes(10));

    at.change().change(NAME, NEW);

    assertThat(at.stored()).isEqualTo(NEW);
  }

  @Test
  void a_change_that_another_process_may_be_at_is_not_disturbed() {
    Secret theirs = Secret.of("Cut-off-passphrase-41");
    at.folder().beginChange(NAME, theirs);

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_UNFINISHED);
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(theirs);
  }

  @Test
  void a_wrong_stored_password_is_sent_once_and_changes_nothing() {
    at.changeElsewhere("deploy", Secret.of("Third-passphrase-of-all-7"));

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(at.passwordsSent()).isEqualTo(1);
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void the_password_of_a_federated_account_is_not_changed_in_entra() {
    at.folder().delete(NAME);
    at.store("federated");

    Problem problem = Problems.of(() -> at.change().change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_REFUSED);
    assertThat(problem.why()).contains("federated");
    assertThat(at.lab.received("graph", "")).isEmpty();
  }

  @Test
  void passwords_are_not_sent_to_graph_of_another_cloud() {
    var elsewhere =
        new PasswordChange(
            at.folder(),
            at.lab.signIn(),
            at.rotation(),
            GraphEndpoint.of("https://graph.microsoft.com"),
            tokens -> {
              throw new AssertionError("asked");
            });

    Problem problem = Problems.of(() -> elsewhere.change(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.CLOUD_MISMATCH);
    assertThat(at.passwordsSent()).isZero();
  }

  private void withdrawConsent() {
    var client = at.desk.directory().principalOf(UUID.fromString(at.lab.clientId().value()));
    var graph = at.desk.directory().principalOf(Api.GRAPH.appId()).orElseThrow();
    PermissionGrant grant =
        at.desk.directory().grantsTo(client.orElseThrow().id()).stream()
            .filter(it -> it.resourcePrincipalId().equals(graph.id()))
            .findFirst()
            .orElseThrow();
    at.desk.change(directory -> directory.with(grant.withScope("openid profile")));
  }
}
