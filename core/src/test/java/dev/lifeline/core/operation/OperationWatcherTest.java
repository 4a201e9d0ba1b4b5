package dev.lifeline.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.operation.OperationState.Failed;
import dev.lifeline.core.operation.OperationState.Running;
import dev.lifeline.core.operation.OperationState.Succeeded;
import dev.lifeline.core.operation.OperationState.Unknown;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OperationWatcherTest {
  private static final Running GOING = new Running("InProgress");
  private static final Succeeded DONE = new Succeeded("Completed");
  private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(5), Duration.ofHours(1));

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final OperationWatcher watcher = new OperationWatcher(time, events::add);

  @Test
  void the_first_look_is_at_once() {
    assertThat(await(DONE)).isEqualTo(DONE);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void it_is_looked_at_once_an_interval() {
    assertThat(await(GOING, GOING, DONE)).isEqualTo(DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void each_look_is_told() {
    await(GOING, DONE);

    assertThat(events)
        .containsExactly(
            new Event.Looked("it", "InProgress", Duration.ZERO, null),
            new Event.Looked("it", "Completed", Duration.ofMinutes(5), null));
  }

  @Test
  void a_failure_is_an_end() {
    assertThat(await(GOING, new Failed("Aborted"))).isEqualTo(new Failed("Aborted"));
  }

  @Test
  void an_unknown_word_goes_on_and_is_said_once() {
    OperationState unknown = new Unknown("New");

    assertThat(await(unknown, unknown, unknown, unknown, GOING, unknown, DONE)).isEqualTo(DONE);
    assertThat(events).filteredOn(Event.Noted.class::isInstance).hasSize(1);
    assertThat(events.toString()).contains("LCS says 'New', a word that Lifeline does not know");
  }

  @Test
  void where_an_unknown_word_is_a_failure_it_is_an_end_at_the_third_look_in_a_row() {
    OperationState unknown = new Unknown("New");
    Patience strict = PATIENCE.with(UnknownState.FAIL);

    assertThat(watch(script(unknown, unknown, GOING, unknown, unknown, unknown), strict))
        .isEqualTo(unknown);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(25));
  }

  @Test
  void where_an_unknown_word_is_a_failure_one_that_passes_is_none() {
    OperationState unknown = new Unknown("New");

    assertThat(
            watch(
                script(unknown, unknown, GOING, unknown, unknown, DONE),
                PATIENCE.with(UnknownState.FAIL)))
        .isEqualTo(DONE);
  }

  @Test
  void the_wait_ends_exactly_at_its_time() {
    Patience patience = Patience.of(Duration.ofMinutes(5), Duration.ofMinutes(12));

    Problem problem = Problems.of(() -> watch(() -> GOING, patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(problem.message()).contains("12 min");
    assertThat(problem.details()).containsEntry("operationStatus", "InProgress");
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(12));
    assertThat(events).hasSize(4);
  }

  @Test
  void an_end_at_the_very_last_moment_counts() {
    Patience patience = Patience.of(Duration.ofMinutes(5), Duration.ofMinutes(5));
    Queue<OperationState> states = new ArrayDeque<>(List.of(GOING, DONE));

    assertThat(watch(states::remove, patience)).isEqualTo(DONE);
  }

  @Test
  void no_patience_is_one_look() {
    Patience none = Patience.of(Duration.ofMinutes(5), Duration.ZERO);

    assertThat(Problems.of(() -> watch(() -> GOING, none)).message()).contains("after 0 s");
    assertThat(events).hasSize(1);
  }

  @Test
  void looks_that_fail_for_a_while_are_no_end_and_are_repeated_each_minute() {
    assertThat(watch(script(GOING, null, null, null, GOING, null, DONE), PATIENCE)).isEqualTo(DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(5 + 3 + 5 + 1));
  }

  @Test
  void an_outage_of_a_quarter_of_an_hour_is_ridden_out() {
    OperationState[] states = new OperationState[18];
    states[0] = GOING;
    states[17] = DONE; // 16 looks that failed, the first at 5 min, the last at 20 min

    assertThat(watch(script(states), PATIENCE)).isEqualTo(DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void a_longer_outage_is_an_end_with_what_the_last_look_failed_with() {
    OperationState[] states = new OperationState[19];
    states[0] = GOING;
    states[18] = DONE;

    Problem problem = Problems.of(() -> watch(script(states), PATIENCE));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void a_good_answer_begins_the_budget_of_an_outage_anew() {
    OperationState[] states = new OperationState[40];
    for (int at = 0; at < 39; at += 13) {
      states[at] = GOING;
    }
    states[39] = DONE;

    assertThat(watch(script(states), PATIENCE)).isEqualTo(DONE);
  }

  @Test
  void a_first_look_that_fails_is_no_end_either() {
    assertThat(watch(script(null, DONE), PATIENCE)).isEqualTo(DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_wait_that_never_saw_anything_says_so() {
    Patience none = Patience.of(Duration.ofMinutes(5), Duration.ZERO);

    assertThat(Problems.of(() -> watch(script((OperationState) null), none)).why())
        .contains("LCS could not say where it stands");
  }

  @Test
  void what_to_expect_is_told_and_asked_for_only_until_it_is_known() {
    int[] asked = {0};
    Instant since = time.instant().minus(Duration.ofMinutes(7));
    Watched watched =
        new Watched(
            "it",
            script(GOING, GOING, GOING, DONE),
            () -> asked[0]++ == 0 ? Expectation.NONE : new Expectation(since, Duration.ofHours(1)));

    watcher.await(watched, PATIENCE);

    assertThat(asked[0]).isEqualTo(2);
    assertThat(events)
        .containsSubsequence(
            new Event.Looked("it", "InProgress", Duration.ZERO, null),
            new Event.Looked("it", "InProgress", Duration.ofMinutes(12), Duration.ofHours(1)),
            new Event.Looked("it", "Completed", Duration.ofMinutes(22), Duration.ofHours(1)));
  }

  @Test
  void of_what_is_over_nothing_is_expected() {
    Watched watched =
        new Watched(
            "it",
            script(DONE),
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(watcher.await(watched, PATIENCE)).isEqualTo(DONE);
  }

  @Test
  void a_refusal_is_an_end() {
    Queue<OperationState> states = new ArrayDeque<>(List.of(GOING));
    Supplier<OperationState> look =
        () -> {
          if (states.isEmpty()) {
            throw Problem.of(ProblemCode.PASSWORD_EXPIRED, "expired").raise();
          }
          return states.remove();
        };

    assertThat(Problems.of(() -> watch(look, PATIENCE)).code())
        .isEqualTo(ProblemCode.PASSWORD_EXPIRED);
  }

  @Test
  void an_interruption_ends_the_wait() {
    Supplier<OperationState> look =
        () -> {
          Thread.currentThread().interrupt();
          return GOING;
        };

    Problem problem = Problems.of(() -> watch(look, PATIENCE));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
  }

  @Test
  void the_defaults_are_pinned() {
    assertThat(Patience.VALIDATION)
        .isEqualTo(
            new Patience(
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                UnknownState.FAIL));
    assertThat(Patience.of(OperationKind.HQ))
        .isEqualTo(
            new Patience(
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofMinutes(15),
                UnknownState.WAIT));
  }

  @Test
  void an_interval_is_more_than_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Patience.of(Duration.ZERO, Duration.ofHours(1)));
  }

  private OperationState await(OperationState... states) {
    return watch(script(states), PATIENCE);
  }

  private OperationState watch(Supplier<OperationState> look, Patience patience) {
    return watcher.await(new Watched("it", look), patience);
  }

  /** States one after the other; null is a look that fails. */
  private static Supplier<OperationState> script(OperationState... states) {
    int[] next = {0};
    return () -> {
      OperationState state = states[next[0]++];
      if (state == null) {
        throw Problem.of(ProblemCode.SERVICE_UNAVAILABLE, "busy").raise();
      }
      return state;
    };
  }
}
