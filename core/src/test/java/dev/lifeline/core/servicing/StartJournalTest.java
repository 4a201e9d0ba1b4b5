package dev.lifeline.core.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartJournalTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final ActivityId ACTIVITY = new ActivityId("55eb4327-9346-4c7b-82bd-fe8ef15112c6");
  private static final StartNote NOTE = StartNote.attempt(NOW, Set.of("a", "b c"));

  @TempDir private Path folder;
  private final ManualTime time = new ManualTime(NOW);

  @Test
  void what_one_run_writes_the_next_one_reads() {
    StartNote settled = NOTE.settled(ACTIVITY, "deployment", true);
    write(order("x"), settled);

    assertThat(journal().peek(order("x"))).contains(settled);
    assertThat(journal().peek(order("y"))).isEmpty();
  }

  @Test
  void an_attempt_that_nobody_settled_holds_what_the_history_held() {
    write(order("x"), NOTE);

    assertThat(journal().peek(order("x"))).contains(NOTE);
  }

  @Test
  void a_note_that_cannot_be_read_is_none() {
    assertThat(StartNote.of("{\"attempted\":\"yesterday\",\"known\":[]}")).isEmpty();
    assertThat(StartNote.of("{\"attempted\":\"2026-11-27T10:00:00Z\"}")).isEmpty();
    assertThat(StartNote.of("half a no")).isEmpty();
  }

  @Test
  void the_end_of_an_operation_is_told_by_its_activity_alone() {
    write(order("x"), NOTE.settled(ACTIVITY, null, false));

    journal().ended(new ActivityId(ACTIVITY.value().replace("-", "")));

    assertThat(journal().peek(order("x"))).isEmpty();
  }

  @Test
  void the_end_of_an_earlier_operation_takes_nothing_from_a_later_one() {
    write(order("x"), NOTE.settled(ACTIVITY, null, false));
    ActivityId later = new ActivityId("00000000000000000000000000000002");
    write(order("x"), NOTE.settled(later, null, false));

    journal().ended(ACTIVITY);

    assertThat(journal().peek(order("x"))).isPresent();
  }

  @Test
  void an_environment_is_the_same_in_both_spellings_of_its_id() {
    write(order("x"), NOTE);
    StartOrder bare =
        new StartOrder(
            ServicingTarget.of(
                new ProjectId(1), new EnvironmentId("0".repeat(31) + "1"), OperationKind.HQ),
            "it",
            List.of("x"),
            "x",
            false);

    assertThat(journal().peek(bare)).isPresent();
  }

  @Test
  void whoever_starts_the_same_meanwhile_waits_and_gives_up_in_the_end() {
    try (JournalPage held = journal().hold(order("x"), PATIENCE)) {
      assertThat(held.isThere()).isTrue();

      Problem problem = Problems.of(() -> journal().hold(order("x"), PATIENCE));

      assertThat(problem.code()).isEqualTo(ProblemCode.START_UNCERTAIN);
      assertThat(time.elapsed()).isEqualTo(PATIENCE);
    }
    journal().hold(order("x"), PATIENCE).close();
    assertThat(time.elapsed()).isEqualTo(PATIENCE);
  }

  @Test
  void without_a_place_nothing_is_kept() {
    StartJournal nowhere = StartJournal.on(null, "lcs", time);
    try (JournalPage page = nowhere.hold(order("x"), PATIENCE)) {
      assertThat(page.write(NOTE)).isFalse();
      assertThat(page.read()).isEqualTo(Optional.empty());
      page.forget();
    }
    nowhere.ended(ACTIVITY);
    assertThat(nowhere.peek(order("x"))).isEmpty();
  }

  private void write(StartOrder order, StartNote note) {
    try (JournalPage page = journal().hold(order, PATIENCE)) {
      assertThat(page.write(note)).isTrue();
    }
  }

  /** As another process has it. */
  private StartJournal journal() {
    return StartJournal.on(Shelf.of(folder.resolve("operations")), "lcs", time);
  }

  private static StartOrder order(String name) {
    EnvironmentId environment = new EnvironmentId("00000000-0000-0000-0000-000000000001");
    return new StartOrder(
        ServicingTarget.of(new ProjectId(1), environment, OperationKind.HQ),
        "it",
        List.of(name),
        name,
        false);
  }
}
