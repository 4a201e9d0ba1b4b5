package dev.lifeline.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.ServicingLab;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseMovementTest {
  @TempDir private Path folder;
  private ServicingLab desk;
  private Lab lab;
  private final List<Started> begun = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    desk = new ServicingLab(folder);
    lab = desk.lab;
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void a_refresh_is_followed_at_its_target() {
    Started started = refresh();

    assertThat(started.operation().target().environment())
        .isEqualTo(lab.environment("contoso-test"));
    assertThat(follow(started).status()).isEqualTo("Completed");
  }

  @Test
  void a_refresh_whose_answer_was_lost_is_found_in_the_history() {
    desk.loseAnswers("refresh");

    Started started = refresh();

    assertThat(started.joined()).isTrue();
    assertThat(desk.operations()).hasSize(1);
    assertThat(follow(started).status()).isEqualTo("Completed");
  }

  @Test
  void an_export_whose_answer_was_lost_is_found_by_its_name() {
    desk.loseAnswers("export");

    Started started = export("before release");

    assertThat(started.joined()).isTrue();
    assertThat(follow(started).status()).isEqualTo("Completed");
  }

  @Test
  void a_refresh_that_never_arrived_is_made_by_the_next_run() {
    desk.cutOff("refresh");
    assertThat(Problems.of(this::refresh).code()).isEqualTo(ProblemCode.START_UNCERTAIN);

    assertThat(refresh().joined()).isFalse();
    assertThat(desk.operations()).hasSize(1);
  }

  @Test
  void something_new_under_another_name_decides_nothing() {
    desk.cutOff("refresh");
    assertThat(Problems.of(this::refresh).code()).isEqualTo(ProblemCode.START_UNCERTAIN);
    follow(export("by somebody else"));

    Problem problem = Problems.of(this::refresh);

    assertThat(problem.code()).isEqualTo(ProblemCode.START_UNCERTAIN);
    assertThat(problem.message()).contains("under another name");
    assertThat(desk.operations()).hasSize(1);
  }

  @Test
  void the_same_refresh_again_joins_the_one_that_goes_on() {
    Started first = refresh();

    assertThat(refresh()).isEqualTo(new Started(first.operation(), true));
    assertThat(desk.operations()).hasSize(1);
  }

  @Test
  void an_environment_is_not_refreshed_from_itself() {
    Environment test = environment("contoso-test");

    assertThat(Problems.of(() -> new DatabaseMovement.Refresh(test, test).requireSense()).code())
        .isEqualTo(ProblemCode.USAGE_WRONG);
  }

  @Test
  void production_is_not_overwritten() {
    var refresh =
        new DatabaseMovement.Refresh(
            environment("contoso-test"), environment("contoso-production"));

    Problem problem =
        Problems.of(() -> desk.run().databaseMovement().refresh(Lab.PROJECT, refresh, false));

    assertThat(problem.code()).isEqualTo(ProblemCode.PRODUCTION_ENVIRONMENT);
    assertThat(lab.received("lcs", "databasemovement")).isEmpty();
  }

  @Test
  void a_pull_refreshes_exports_and_downloads() {
    FolderDownload.Fetched fetched = pull(Duration.ofHours(12));

    assertThat(fetched.path()).exists().hasSize(fetched.sizeBytes());
    assertThat(begun)
        .extracting(it -> it.operation().target().kind())
        .containsExactly(OperationKind.DATABASE_REFRESH, OperationKind.DATABASE_EXPORT);
    assertThat(begun).noneMatch(Started::joined);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 40})
  void a_pull_goes_on_wherever_its_wait_ended(int minutes) {
    FolderDownload.@Nullable Fetched fetched = null;
    for (int run = 0; run < 100 && fetched == null; run++) {
      fetched = attempt(Duration.ofMinutes(minutes));
    }

    assertThat(fetched).isNotNull();
    assertThat(desk.operations()).hasSize(2);
  }

  @Test
  void a_pull_whose_download_failed_only_downloads() {
    lab.answer(
        Fault.once("blob", "GET", "", new FaultAction.Answer(403, Map.of(), "<Error/>"))
            .times(1000));
    assertThat(Problems.of(() -> pull(Duration.ofHours(12))).code())
        .isNotEqualTo(ProblemCode.INTERNAL);
    lab.emulator.faults().clear();

    assertThat(pull(Duration.ofHours(12)).path()).exists();
    assertThat(desk.operations()).hasSize(2);
  }

  @Test
  void a_pull_after_one_that_is_done_begins_anew() {
    pull(Duration.ofHours(12));
    lab.time.advance(Duration.ofHours(24));

    Problem problem = Problems.of(() -> pull(Duration.ofHours(12)));

    assertThat(desk.operations()).hasSize(4);
    assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
  }

  private FolderDownload.@Nullable Fetched attempt(Duration timeout) {
    try {
      return pull(timeout);
    } catch (LifelineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
      return null;
    }
  }

  private FolderDownload.Fetched pull(Duration timeout) {
    var order =
        new DatabasePull.Order(
            refreshOrder(),
            "golden",
            new FolderDownload.Destination(folder.resolve("backups"), false));
    Patience patience = Patience.of(Duration.ofMinutes(2), timeout);
    return desk.run().databasePull().run(Lab.PROJECT, order, patience, begun::add);
  }

  private DatabaseMovement.Refresh refreshOrder() {
    return new DatabaseMovement.Refresh(environment("contoso-uat"), environment("contoso-test"));
  }

  private Started refresh() {
    return desk.run().databaseMovement().refresh(Lab.PROJECT, refreshOrder(), false);
  }

  private Started export(String name) {
    return desk.run()
        .databaseMovement()
        .export(Lab.PROJECT, environment("contoso-test"), name, false);
  }

  private OperationState follow(Started started) {
    return desk.run()
        .servicing()
        .follow(started.operation(), Patience.of(OperationKind.DATABASE_EXPORT));
  }

  private Environment environment(String name) {
    Lifeline lifeline = desk.run();
    return lifeline.environmentLookup().environment(Lab.PROJECT, name);
  }
}
