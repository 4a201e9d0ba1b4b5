package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenSourceTest {
  private static final Duration LIFETIME = Duration.ofSeconds(4228);

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
  void a_token_is_used_again() {
    TokenSource tokens = tokens(lab.password());

    assertThat(tokens.token()).isSameAs(tokens.token());
    assertThat(signIns()).isEqualTo(1);
  }

  @Test
  void a_token_is_used_until_five_minutes_before_its_end() {
    TokenSource tokens = tokens(lab.password());
    AccessToken first = tokens.token();

    lab.time.advance(LIFETIME.minus(Duration.ofMinutes(5)).minusSeconds(1));

    assertThat(tokens.token()).isSameAs(first);
  }

  @Test
  void a_token_is_renewed_five_minutes_before_its_end() {
    TokenSource tokens = tokens(lab.password());
    AccessToken first = tokens.token();

    lab.time.advance(LIFETIME.minus(Duration.ofMinutes(5)));

    assertThat(tokens.token()).isNotEqualTo(first);
    assertThat(signIns()).isEqualTo(2);
  }

  @Test
  void a_forgotten_token_is_renewed_and_a_newer_one_is_kept() {
    TokenSource tokens = tokens(lab.password());
    AccessToken first = tokens.token();
    tokens.forget(first);
    lab.time.advance(Duration.ofSeconds(1));
    AccessToken second = tokens.token();

    tokens.forget(first);

    assertThat(tokens.token()).isSameAs(second).isNotEqualTo(first);
  }

  @Test
  void a_refused_password_is_sent_once_however_often_it_is_asked_for() {
    TokenSource tokens = tokens(Secret.of("wrong"));

    for (int i = 0; i < 3; i++) {
      assertThat(Problems.of(tokens::token).code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    }

    assertThat(signIns()).isEqualTo(1);
  }

  @Test
  void a_refused_password_is_sent_once_when_several_ask_at_the_same_time() throws Exception {
    TokenSource tokens = tokens(Secret.of("wrong"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<ProblemCode>> ends = new ArrayList<>();
    Callable<ProblemCode> ask = () -> Problems.of(tokens::token).code();

    for (int i = 0; i < 8; i++) {
      ends.add(threads.submit(ask));
    }

    for (Future<ProblemCode> end : ends) {
      assertThat(end.get()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    }
    threads.shutdown();
    assertThat(signIns()).isEqualTo(1);
  }

  @Test
  void a_fault_that_passes_is_no_refusal_for_ever() {
    TokenSource tokens = tokens(lab.password());
    lab.answerAlways("entra", "token", 503, "");
    assertThat(Problems.of(tokens::token).code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);

    lab.emulator.faults().clear();

    assertThat(tokens.token().value().reveal()).isNotEmpty();
  }

  @Test
  void each_sign_in_that_succeeds_is_told_and_no_other() {
    List<SignInResult> told = new ArrayList<>();
    TokenSource tokens = tokens(lab.password(), told::add);
    tokens.token();
    tokens.token();
    lab.time.advance(LIFETIME);
    tokens.token();

    assertThat(told).hasSize(2).allSatisfy(it -> assertThat(it.realm()).isEqualTo(Realm.MANAGED));
    Problems.of(tokens(Secret.of("wrong"), told::add)::token);
    assertThat(told).hasSize(2);
  }

  @Test
  void the_realm_that_was_found_is_not_asked_for_again() {
    TokenSource tokens = tokens(lab.password());
    tokens.token();
    lab.time.advance(LIFETIME);
    tokens.token();

    assertThat(lab.received("entra", "userrealm")).hasSize(1);
  }

  @Test
  void a_password_that_the_organization_refused_is_sent_once_as_well() {
    Account account = lab.account("federated", Secret.of("wrong"));
    TokenSource tokens =
        new TokenSource(lab.signIn(), account, lab.scope(), lab.time, SignInListener.NONE);

    for (int i = 0; i < 3; i++) {
      assertThat(Problems.of(tokens::token).code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
    }

    assertThat(lab.received("entra", "usernamemixed")).hasSize(1);
  }

  @Test
  void a_token_prints_nothing_of_itself() {
    AccessToken token = tokens(lab.password()).token();

    assertThat(token.toString()).doesNotContain(token.value().reveal());
  }

  private int signIns() {
    return lab.received("entra", "/token").size();
  }

  private TokenSource tokens(Secret password) {
    return tokens(password, SignInListener.NONE);
  }

  private TokenSource tokens(Secret password, SignInListener listener) {
    Account account = lab.account(Lab.WORKING_ACCOUNT, password);
    return new TokenSource(lab.signIn(), account, lab.scope(), lab.time, listener);
  }
}
