package dev.lifeline.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever lets others say where connections lead has a say about each request. */
class GuardTest {
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private Lab lab;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_guard_is_asked_again_when_a_token_is_renewed() {
    try (LcsTokens tokens = new LcsTokens(lab.network(), surroundings())) {
      LcsTokens.Source source = tokens.of(connection());
      source.token();
      int sent = lab.emulator.received().list().size();
      refused.add("localhost");
      lab.time.advance(Duration.ofHours(2));

      assertThatThrownBy(source::token).satisfies(GuardTest::isRefused);

      assertThat(lab.emulator.received().list()).hasSize(sent);
      refused.clear();
      assertThat(source.token()).isNotNull();
    }
  }

  @Test
  void the_guard_is_asked_about_lcs_too() {
    try (Lifeline lifeline = new Lifeline(connection(), lab.network(), surroundings())) {
      lifeline.prove();
      refused.add("localhost");

      assertThatThrownBy(() -> lifeline.environments().all(Lab.PROJECT))
          .satisfies(GuardTest::isRefused);
    }
  }

  private static void isRefused(Throwable failure) {
    assertThat(((LifelineException) failure).code()).isEqualTo(ProblemCode.ADDRESS_REFUSED);
  }

  private Surroundings surroundings() {
    return new Surroundings(lab.time, new Random(1), UUID::randomUUID, Listener.NONE)
        .guardedBy(this::guard);
  }

  private void guard(URI address) {
    if (refused.contains(address.getHost())) {
      throw Problem.of(ProblemCode.ADDRESS_REFUSED, "not there").raise();
    }
  }

  private UsableConnection connection() {
    return new UsableConnection(
        new ServiceConnection(
            "lab",
            lab.authority(),
            lab.apiEndpoint(),
            lab.username(Lab.WORKING_ACCOUNT),
            lab.clientId(),
            null,
            null),
        new Credential.Password(lab.password()));
  }
}
