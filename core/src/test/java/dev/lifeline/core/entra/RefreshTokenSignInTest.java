package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person signed in once is renewed with use. */
class RefreshTokenSignInTest {
  private Lab lab;
  private Credential credential;

  @BeforeEach
  void sign_in_by_device_code() throws Exception {
    lab = new Lab();
    PersonWithCode person = new PersonWithCode(lab);
    credential = person.signIn(lab.authority(), "mfa").credential();
    lab.emulator.received().clear();
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void a_refresh_token_becomes_a_token_and_a_new_refresh_token() {
    SignInResult result = lab.signIn().signIn(account(credential), lab.scope());

    assertThat(result.token().value().reveal()).isNotEmpty();
    assertThat(result.credential())
        .isInstanceOf(Credential.RefreshToken.class)
        .isNotEqualTo(credential);
    assertThat(result.realm()).isEqualTo(Realm.UNKNOWN);
  }

  @Test
  void neither_password_nor_realm_takes_part() {
    lab.signIn().signIn(account(credential), lab.scope());

    assertThat(lab.emulator.received().of("entra"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.form())
                    .containsEntry("grant_type", "refresh_token")
                    .containsEntry("scope", lab.scope() + " offline_access")
                    .doesNotContainKeys("username", "password"));
  }

  @Test
  void a_source_of_tokens_goes_on_with_the_renewed_one_and_tells_it() {
    List<Credential> told = new ArrayList<>();
    TokenSource tokens =
        new TokenSource(
            lab.signIn(),
            account(credential),
            lab.scope(),
            lab.time,
            result -> told.add(result.credential()));

    tokens.forget(tokens.token());
    tokens.token();

    assertThat(told).hasSize(2).doesNotHaveDuplicates().doesNotContain(credential);
  }

  @Test
  void an_authority_that_gives_no_new_one_lets_the_old_one_be_used_on() {
    lab.answerOnce("entra", "token", 200, "{\"access_token\":\"t\",\"expires_in\":3600}");

    SignInResult result = lab.signIn().signIn(account(credential), lab.scope());

    assertThat(result.credential()).isEqualTo(credential);
  }

  @ParameterizedTest
  @ValueSource(ints = {50132, 50133, 50173, 70000, 70008, 700082, 70043, 50076})
  void what_does_not_hold_any_more_says_to_sign_in_again_and_is_sent_once(int number) {
    lab.answerAlways(
        "entra",
        "token",
        400,
        "{\"error\":\"invalid_grant\",\"error_codes\":[%d],\"correlation_id\":\"c\"}"
            .formatted(number));

    Problem problem = Problems.of(() -> lab.signIn().signIn(account(credential), lab.scope()));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_AGAIN);
    assertThat(problem.fixes()).containsExactly("sign in again: lifeline connection rotate");
    assertThat(problem.details()).containsEntry("correlationId", "c");
    assertThat(lab.received("entra", "token")).hasSize(1);
  }

  @Test
  void a_token_that_entra_id_never_gave_says_to_sign_in_again_and_is_never_shown() {
    Account account = account(new Credential.RefreshToken(Secret.of("canary-token")));

    Problem problem = Problems.of(() -> lab.signIn().signIn(account, lab.scope()));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_AGAIN);
    assertThat(problem.toString() + account + lab.events).doesNotContain("canary-token");
  }

  @Test
  void after_a_change_of_password_the_person_has_to_sign_in_again() {
    var world = lab.emulator.world();
    var mfa = world.directory().account(lab.username("mfa")).orElseThrow();
    lab.time.advance(java.time.Duration.ofMinutes(1));
    world.changePassword(mfa, new dev.lifeline.emulator.world.Password("another-Pass-1"));

    Problem problem = Problems.of(() -> lab.signIn().signIn(account(credential), lab.scope()));

    assertThat(problem.code()).isEqualTo(ProblemCode.SIGN_IN_AGAIN);
    assertThat(problem.details()).containsEntry("aadsts", 50173);
  }

  private Account account(Credential credential) {
    return new Account(lab.authority(), lab.clientId(), lab.username("mfa"), credential, null);
  }
}
