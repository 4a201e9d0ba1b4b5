package dev.lifeline.core.credential;

import static dev.lifeline.core.credential.CredentialLab.NAME;
import static dev.lifeline.core.credential.CredentialLab.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies at some moment of a change; the connection works afterwards all the same. */
class PasswordChangeCrashTest {
  /** More than a change sends. */
  private static final int MOMENTS = 8;

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

  static Stream<Arguments> moments() {
    return IntStream.range(0, MOMENTS)
        .boxed()
        .flatMap(number -> Stream.of(true, false).map(sent -> Arguments.of(number, sent)));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_password_is_lost_at_no_moment(int number, boolean sent) {
    changeUntilKilled(new MortalTransport(at.lab.transport(), number, sent));
    at.lab.time.advance(Duration.ofMinutes(10));

    at.rotation().settle(NAME);

    assertThat(at.stored()).isEqualTo(at.right("deploy"));
    assertThat(at.folder().get(NAME).changeUnfinished()).isFalse();
    assertThatCode(() -> at.signInWithStored("deploy")).doesNotThrowAnyException();
    assertThat(at.desk.account("deploy").wrongPasswords()).isZero();
  }

  @Test
  void a_change_that_nothing_kills_sends_less_than_the_moments_that_are_tried() {
    MortalTransport immortal = new MortalTransport(at.lab.transport(), Integer.MAX_VALUE, true);

    at.changeThrough(immortal).change(NAME, NEW);

    assertThat(immortal.sent).isLessThan(MOMENTS);
  }

  @Test
  void a_change_that_somebody_undid_meanwhile_is_stored_all_the_same() {
    Transport slow =
        new MortalTransport(at.lab.transport(), Integer.MAX_VALUE, true) {
          @Override
          public Answer send(Request request) {
            if (request.uri().getPath().endsWith("/me/changePassword")) {
              at.folder().undoChange(NAME);
            }
            return super.send(request);
          }
        };

    at.changeThrough(slow).change(NAME, NEW);

    assertThat(at.stored()).isEqualTo(NEW);
    assertThat(at.right("deploy")).isEqualTo(NEW);
  }

  private void changeUntilKilled(Transport transport) {
    try {
      at.changeThrough(transport).change(NAME, NEW);
    } catch (Killed e) {
      assertThat(e).hasNoCause();
    }
  }

  /** As sudden as a signal: nothing of ours catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Ends the process before a request is sent, or after its answer. */
  private static class MortalTransport implements Transport {
    private final Transport transport;
    private final int last;
    private final boolean sending;
    int sent;

    MortalTransport(Transport transport, int last, boolean sending) {
      this.transport = transport;
      this.last = last;
      this.sending = sending;
    }

    @Override
    public Answer send(Request request) {
      boolean end = sent++ == last;
      if (end && !sending) {
        throw new Killed();
      }
      Answer answer = transport.send(request);
      if (end) {
        throw new Killed();
      }
      return answer;
    }

    @Override
    public <T> T receive(Request request, Receiver<T> receiver) throws LifelineException {
      return transport.receive(request, receiver);
    }

    @Override
    public void close() {
      transport.close();
    }
  }
}
