package dev.lifeline.core.credential;

import static dev.lifeline.core.credential.CredentialLab.NAME;
import static dev.lifeline.core.credential.CredentialLab.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeline.core.Problems;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordRotationTest {
  private static final Secret THIRD = Secret.of("Third-passphrase-of-all-7");

  @TempDir Path home;
  private CredentialLab at;

  @BeforeEach
  void start() throws Exception {
    at = new CredentialLab(home);
  }

  @AfterEach
  void stop() {
    at.close();
  }

  @Test
  void a_new_password_that_works_takes_the_old_ones_place() {
    at.store("deploy");
    at.changeElsewhere("deploy", NEW);

    at.rotation().replace(NAME, NEW);

    assertThat(at.stored()).isEqualTo(NEW);
  }

  @Test
  void a_new_password_that_does_not_work_is_sent_once_and_the_old_one_stays() {
    at.store("deploy");

    Problem problem = Problems.of(() -> at.rotation().replace(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.passwordsSent()).isEqualTo(1);
  }

  @Test
  void a_malformed_password_is_not_sent() {
    at.store("deploy");

    Problem problem = Problems.of(() -> at.rotation().replace(NAME, Secret.of(" blank ")));

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_INVALID);
    assertThat(at.passwordsSent()).isZero();
  }

  @Test
  void nothing_is_asked_when_no_change_was_cut_off() {
    at.store("deploy");

    assertThat(at.rotation().settle(NAME)).isEqualTo(Settlement.NOTHING);
    assertThat(at.passwordsSent()).isZero();
  }

  @Test
  void a_change_that_entra_had_made_is_finished() {
    at.store("deploy");
    at.folder().beginChange(NAME, NEW);
    at.changeElsewhere("deploy", NEW);

    assertThat(at.rotation().settle(NAME)).isEqualTo(Settlement.FINISHED);
    assertThat(at.stored()).isEqualTo(NEW);
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void a_change_that_entra_had_not_made_is_undone_when_nobody_can_be_at_it_any_more() {
    at.store("deploy");
    at.folder().beginChange(NAME, NEW);
    at.lab.time.advance(Duration.ofMinutes(10));

    assertThat(at.rotation().settle(NAME)).isEqualTo(Settlement.UNDONE);
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void a_change_that_another_process_may_be_at_is_left_alone() {
    at.store("deploy");
    at.folder().beginChange(NAME, NEW);
    at.lab.time.advance(Duration.ofMinutes(9));

    assertThat(at.rotation().settle(NAME)).isEqualTo(Settlement.LEFT);
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(NEW);
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.passwordsSent()).isEqualTo(1);
  }

  @Test
  void when_neither_password_works_both_are_kept_and_a_third_ends_it() {
    at.store("deploy");
    at.folder().beginChange(NAME, NEW);
    at.changeElsewhere("deploy", THIRD);
    at.lab.time.advance(Duration.ofMinutes(10));

    Problem problem = Problems.of(() -> at.rotation().settle(NAME));

    assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_CHANGE_UNFINISHED);
    assertThat(problem.fixes()).first().asString().contains("lifeline connection rotate prod");
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(NEW);
    assertThat(at.stored()).isEqualTo(at.lab.password());
    assertThat(at.passwordsSent()).isEqualTo(2);

    at.rotation().replace(NAME, THIRD);

    assertThat(at.stored()).isEqualTo(THIRD);
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
  }

  @Test
  void while_entra_cannot_be_asked_both_passwords_are_kept() {
    at.store("deploy");
    at.folder().beginChange(NAME, NEW);
    at.lab.time.advance(Duration.ofMinutes(10));
    at.lab.answerAlways("entra", "/oauth2/v2.0/token", 503, "");

    Problem problem = Problems.of(() -> at.rotation().settle(NAME));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(at.folder().unfinishedChange(NAME)).hasValue(NEW);
  }

  @Test
  void a_connection_by_device_code_takes_no_password() {
    storeByDeviceCode();

    Problem problem = Problems.of(() -> at.rotation().replace(NAME, NEW));

    assertThat(problem.code()).isEqualTo(ProblemCode.USAGE_WRONG);
    assertThat(problem.fixes()).first().asString().contains("lifeline connection rotate prod");
  }

  @Test
  void a_person_signs_in_again_by_device_code() {
    storeByDeviceCode();
    Secret before = at.stored();

    at.rotation().signInAgain(NAME, at.desk.approving("deploy"));

    assertThat(at.stored()).isNotEqualTo(before);
    assertThatCode(() -> at.signInWithStored("deploy")).doesNotThrowAnyException();
  }

  @Test
  void a_connection_with_a_password_is_not_signed_in_again_by_device_code() {
    at.store("deploy");

    Problem problem =
        Problems.of(() -> at.rotation().signInAgain(NAME, at.desk.approving("deploy")));

    assertThat(problem.code()).isEqualTo(ProblemCode.USAGE_WRONG);
  }

  @Test
  void somebody_elses_sign_in_is_not_kept() {
    storeByDeviceCode();
    Secret before = at.stored();

    Problem problem =
        Problems.of(() -> at.rotation().signInAgain(NAME, at.desk.approving("owner")));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_AGAIN);
    assertThat(problem.message())
        .isEqualTo(
            "'owner@contoso.example' signed in, but the connection is for 'deploy@contoso.example'");
    assertThat(at.stored()).isEqualTo(before);
  }

  private void storeByDeviceCode() {
    var connection = at.desk.connection("deploy", at.lab.clientId());
    Credential credential = at.enrolment().enrol(connection, at.desk.approving("deploy"));
    at.folder().create(connection, credential, null);
  }
}
