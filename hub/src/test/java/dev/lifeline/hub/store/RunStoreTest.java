package dev.lifeline.hub.store;

import static dev.lifeline.hub.store.Samples.ADELE;
import static dev.lifeline.hub.store.Samples.CONTOSO;
import static dev.lifeline.hub.store.Samples.FINANCE;
import static dev.lifeline.hub.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.FollowedOperation;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.model.RunStep;
import dev.lifeline.hub.model.StepInput;
import dev.lifeline.hub.model.StepKind;
import dev.lifeline.hub.model.StepOrder;
import dev.lifeline.hub.model.StepProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStoreTest {
  private static final UUID CONNECTION = UUID.randomUUID();
  private static final String ENVIRONMENT = "B6BA7D4A-2246-472D-9FC5-92381F478E28";

  private Database database;

  private void open(DatabaseKind kind) {
    database = Database.open(kind.fresh());
    Samples.addTo(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_run_comes_back_as_it_was_stored(DatabaseKind kind) {
    open(kind);
    Run run = run("key");

    long number = database.inTransaction(tables -> tables.runs().add(run)).orElseThrow();

    Run found = database.inTransaction(tables -> tables.runs().get(run.id())).orElseThrow();
    assertThat(found.number()).isEqualTo(number);
    assertThat(found.steps()).isEqualTo(run.steps());
    assertThat(found.origin()).isEqualTo(run.origin());
    assertThat(found.place()).isEqualTo(run.place());
    assertThat(found.times()).isEqualTo(run.times());
  }

  @ParameterizedTest
  @EnumSource
  void what_became_of_a_run_and_its_steps_is_kept(DatabaseKind kind) {
    open(kind);
    Run run = run(null);
    FollowedOperation operation =
        new FollowedOperation("hq", ENVIRONMENT, null, UUID.randomUUID().toString(), null);
    RunStep step =
        new RunStep(
            0,
            run.steps().get(0).order(),
            new StepProgress(RunState.WAITING, 1, operation, "InProgress", "watch", NOW),
            NOW,
            null,
            "{}");
    Run waiting = run.with(RunState.WAITING, new Run.Times(NOW, NOW, null, NOW));
    database.change(
        tables -> {
          tables.runs().add(run);
          tables.runs().lock(run.id());
          tables.runs().update(waiting);
          tables.runs().updateStep(run.id(), step);
        });

    Run found = database.inTransaction(tables -> tables.runs().get(run.id())).orElseThrow();

    assertThat(found.state()).isEqualTo(RunState.WAITING);
    assertThat(found.times()).isEqualTo(waiting.times());
    assertThat(found.steps().get(0)).isEqualTo(step);
    Map<RunState, Long> counts = database.inTransaction(tables -> tables.runs().count());
    assertThat(counts).isEqualTo(Map.of(RunState.WAITING, 1L));
  }

  @ParameterizedTest
  @EnumSource
  void an_idempotency_key_is_good_for_one_run(DatabaseKind kind) {
    open(kind);
    Run run = run("key");
    database.change(tables -> tables.runs().add(run));

    Optional<Long> second = database.inTransaction(tables -> tables.runs().add(run("key")));
    Optional<Long> without = database.inTransaction(tables -> tables.runs().add(run(null)));
    Optional<Long> another = database.inTransaction(tables -> tables.runs().add(run(null)));
    Optional<Run> known =
        database.inTransaction(tables -> tables.runs().withKey(ADELE.id(), "key"));

    assertThat(second).isEmpty();
    assertThat(known).map(Run::id).contains(run.id());
    assertThat(without).isPresent();
    assertThat(another).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void runs_are_found_by_place_state_and_environment_and_come_in_pages(DatabaseKind kind) {
    open(kind);
    List<Run> runs = List.of(run(null), run(null), run(null));
    database.change(tables -> runs.forEach(run -> tables.runs().add(run)));
    Runs.Place place = new Runs.Place(CONNECTION, FINANCE.id());
    Runs.Place other = new Runs.Place(UUID.randomUUID(), FINANCE.id());

    List<Run> newest = list(new Runs.Filter(null, List.of(), null), Long.MAX_VALUE, 2);
    List<Run> oldest = list(new Runs.Filter(null, List.of(), null), newest.get(1).number(), 2);

    assertThat(newest).extracting(Run::id).containsExactly(runs.get(2).id(), runs.get(1).id());
    assertThat(oldest).extracting(Run::id).containsExactly(runs.get(0).id());
    assertThat(all(new Runs.Filter(List.of(place), List.of(RunState.QUEUED), ENVIRONMENT)))
        .hasSize(3);
    assertThat(all(new Runs.Filter(null, List.of(), ENVIRONMENT.replace("-", "")))).hasSize(3);
    assertThat(all(new Runs.Filter(List.of(other), List.of(), null))).isEmpty();
    assertThat(all(new Runs.Filter(List.of(), List.of(), null))).isEmpty();
    assertThat(all(new Runs.Filter(null, List.of(RunState.FAILED), null))).isEmpty();
    assertThat(all(new Runs.Filter(null, List.of(), "contoso-uat"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoever_read_up_to_a_number_has_missed_no_event_below_it(DatabaseKind kind)
      throws Exception {
    open(kind);
    Run run = run(null);
    database.change(tables -> tables.runs().add(run));
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ends.add(writers.submit(() -> database.change(tables -> tables.runEvents().add(event(run)))));
    }

    List<Long> read = new ArrayList<>();
    while (read.size() < 40) {
      long after = read.isEmpty() ? 0 : read.get(read.size() - 1);
      database
          .inTransaction(tables -> tables.runEvents().after(after, 1000))
          .forEach(event -> read.add(event.number()));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    writers.shutdown();

    List<Long> ordered = new ArrayList<>(read);
    Collections.sort(ordered);
    assertThat(read).isEqualTo(ordered).doesNotHaveDuplicates();
    List<RunEvent> own = database.inTransaction(tables -> tables.runEvents().of(run.id(), 0, 1000));
    assertThat(own).extracting(RunEvent::number).isEqualTo(read);
  }

  private List<Run> all(Runs.Filter filter) {
    return list(filter, Long.MAX_VALUE, 10);
  }

  private List<Run> list(Runs.Filter filter, long below, int most) {
    return database.inTransaction(tables -> tables.runs().list(filter, below, most));
  }

  private static RunEvents.Fresh event(Run run) {
    return new RunEvents.Fresh(run.id(), 0, NOW, EventKind.WARNING, "something", "{}");
  }

  private static Run run(@Nullable String key) {
    StepOrder order =
        new StepOrder(StepKind.START_ENVIRONMENT, Map.of(StepInput.ENVIRONMENT, ENVIRONMENT));
    return new Run(
        UUID.randomUUID(),
        0,
        "release",
        new Run.Place(CONTOSO.id(), FINANCE.id(), CONNECTION, "1234567"),
        new Run.Origin(ADELE.id(), UUID.randomUUID(), "ci", key, "hash", null),
        RunState.QUEUED,
        Run.Times.createdAt(NOW),
        null,
        List.of(RunStep.queued(0, order)));
  }
}
