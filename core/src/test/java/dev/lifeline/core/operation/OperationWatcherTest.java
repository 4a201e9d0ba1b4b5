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
  private static final Patience PATIENCE = new Patience(Duration.ofMinutes(5), Duration.ofHours(1));

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
            new Event.Looked("it", "InProgress", Duration.ZERO),
            new Event.Looked("it", "Completed", Duration.ofMinutes(5)));
  }

  @Test
  void a_failure_is_an_end() {
    assertThat(await(GOING, new Failed("Aborted"))).isEqualTo(new Failed("Aborted"));
  }

  @Test
  void an_unknown_word_is_an_end_when_it_is_seen_three_times_in_a_row() {
    assertThat(await(new Unknown("New"), new Unknown("New"), new Unknown("New")))
        .isEqualTo(new Unknown("New"));
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void an_unknown_word_that_passes_is_no_end() {
    OperationState unknown = new Unknown("New");

    assertThat(await(unknown, unknown, GOING, unknown, unknown, DONE)).isEqualTo(DONE);
  }

  @Test
  void the_wait_ends_exactly_at_its_time() {
    Patience patience = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(12));

    Problem problem = Problems.of(() -> watcher.await("it", () -> GOING, patience));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(problem.message()).contains("12 min");
    assertThat(problem.details()).containsEntry("operationStatus", "InProgress");
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(12));
    assertThat(events).hasSize(4);
  }

  @Test
  void an_end_at_the_very_last_moment_counts() {
    Patience patience = new Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));
    Queue<OperationState> states = new ArrayDeque<>(List.of(GOING, DONE));

    assertThat(watcher.await("it", states::remove, patience)).isEqualTo(DONE);
  }

  @Test
  void no_patience_is_one_look() {
    Patience none = new Patience(Duration.ofMinutes(5), Duration.ZERO);

    assertThat(Problems.of(() -> watcher.await("it", () -> GOING, none)).message())
        .contains("after 0 s");
    assertThat(events).hasSize(1);
  }

  @Test
  void looks_that_fail_for_a_while_are_no_end() {
    assertThat(watcher.await("it", script(GOING, null, null, GOING, null, DONE), PATIENCE))
        .isEqualTo(DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(25));
  }

  @Test
  void the_third_look_in_a_row_that_fails_is_an_end() {
    Problem problem =
        Problems.of(() -> watcher.await("it", script(GOING, null, null, null), PATIENCE));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
  }

  @Test
  void a_first_look_that_fails_is_an_end() {
    assertThat(Problems.of(() -> watcher.await("it", script((OperationState) null), PATIENCE)))
        .extracting(Problem::code)
        .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(time.elapsed()).isZero();
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

    assertThat(Problems.of(() -> watcher.await("it", look, PATIENCE)).code())
        .isEqualTo(ProblemCode.PASSWORD_EXPIRED);
  }

  @Test
  void an_interruption_ends_the_wait() {
    Supplier<OperationState> look =
        () -> {
          Thread.currentThread().interrupt();
          return GOING;
        };

    Problem problem = Problems.of(() -> watcher.await("it", look, PATIENCE));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
  }

  @Test
  void the_defaults_are_those_of_microsofts_own_tasks() {
    assertThat(Patience.DEPLOYMENT)
        .isEqualTo(new Patience(Duration.ofMinutes(5), Duration.ofHours(12)));
    assertThat(Patience.VALIDATION)
        .isEqualTo(new Patience(Duration.ofMinutes(1), Duration.ofHours(1)));
  }

  @Test
  void an_interval_is_more_than_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patience(Duration.ZERO, Duration.ofHours(1)));
  }

  private OperationState await(OperationState... states) {
    return watcher.await("it", script(states), PATIENCE);
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
