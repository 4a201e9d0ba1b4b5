package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens to a message of a command, or to one of the same command again, LCS holds each
 * operation once in the end, and at no time twice. All points are tried, not a sample.
 */
class EveryFaultTest {
  /** Each of them puts the start in doubt in a way of its own. */
  private static final Set<Fate> DOUBTFUL =
      EnumSet.of(
          Fate.UNREACHABLE_FOR_20_MINUTES,
          Fate.REQUEST_LATE_BY_14_MINUTES,
          Fate.REQUEST_TWICE_FIRST_ANSWER_LOST,
          Fate.ANSWER_LOST,
          Fate.ANSWER_OUT_OF_A_CACHE,
          Fate.ANSWER_REPLACED_BY_A_REFUSAL,
          Fate.KILLED_AND_REQUEST_LATE);

  private static Shelves shelves;

  @BeforeAll
  static void open() throws IOException {
    shelves = Shelves.open();
  }

  @AfterAll
  static void close() throws IOException {
    shelves.close();
  }

  @ParameterizedTest
  @EnumSource(Errand.class)
  void without_a_fault_one_run_is_enough(Errand errand) {
    assertThat(tried(errand, number -> Fate.FINE).runs()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Errand.class)
  void one_fault_at_any_message(Errand errand) {
    for (Fate fate : Fate.values()) {
      int at = 0;
      while (tried(errand, only(at, fate)).messages() > at + 1) {
        at++;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Errand.class)
  void any_two_doubtful_faults_at_any_two_messages(Errand errand) {
    for (Fate first : DOUBTFUL) {
      for (Fate second : DOUBTFUL) {
        tryEachTwo(errand, first, second);
      }
    }
  }

  /** The second fault may meet the same command again. */
  private static void tryEachTwo(Errand errand, Fate first, Fate second) {
    int messages = tried(errand, only(0, first)).messages();
    for (int one = 0; one + 1 < messages; one++) {
      for (int other = one + 1; other < messages; other++) {
        int at = one;
        int then = other;
        messages =
            tried(errand, number -> number == then ? second : only(at, first).apply(number))
                .messages();
      }
    }
  }

  private static IntFunction<Fate> only(int at, Fate fate) {
    return number -> number == at ? fate : Fate.FINE;
  }

  private static Trial tried(Errand errand, IntFunction<Fate> fates) {
    Trial trial = new Trial(errand, shelves.next(), fates);
    trial.run();
    return trial;
  }
}
