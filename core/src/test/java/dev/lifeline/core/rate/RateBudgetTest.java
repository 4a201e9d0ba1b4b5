package dev.lifeline.core.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateBudgetTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final ManualTime time = new ManualTime(NOW);
  private final List<Event> events = new ArrayList<>();
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ENVIRONMENT_METADATA, 6, PT1M",
    "ENVIRONMENT_HISTORY, 6, PT30S",
    "PROJECT_HISTORY, 6, PT1M",
    "ENVIRONMENT_POWER, 1, PT5M",
    "USER_POWER, 30, PT30M",
    "RSAT_CERTIFICATE, 1, PT1M",
    "DATABASE_MOVEMENT, 3, PT24H"
  })
  void the_limits_are_those_of_the_specification(RateLimit limit, int calls, Duration window) {
    assertThat(limit.calls()).isEqualTo(calls);
    assertThat(limit.window()).isEqualTo(window);
    assertThat(RateLimit.withId(limit.id())).contains(limit);
  }

  @ParameterizedTest
  @EnumSource(value = RateLimit.class, names = "DATABASE_MOVEMENT", mode = EnumSource.Mode.EXCLUDE)
  void what_the_limit_allows_waits_for_nothing_and_the_next_for_its_turn(RateLimit limit) {
    for (int i = 0; i < limit.calls(); i++) {
      budget().await(Turns.of(limit));
    }
    Duration atOnce = time.elapsed();

    budget().await(Turns.of(limit));

    assertThat(atOnce).isZero();
    assertThat(time.elapsed()).isEqualTo(limit.window().plus(UsedCalls.MARGIN));
  }

  @Test
  void the_wait_says_until_when_and_why() {
    budget().await(Turns.of(RateLimit.RSAT_CERTIFICATE));

    budget().await(Turns.of(RateLimit.RSAT_CERTIFICATE));

    assertThat(events)
        .containsExactly(
            new Event.Noted(
                "waiting until 2026-11-22T10:01:01Z: LCS allows 1 RSAT certificate of an environment in a minute"));
  }

  @Test
  void a_call_waits_for_the_strictest_of_its_limits() {
    for (int i = 0; i < 6; i++) {
      budget().await(Turns.of(RateLimit.ENVIRONMENT_HISTORY, RateLimit.PROJECT_HISTORY));
    }

    budget().await(Turns.of(RateLimit.ENVIRONMENT_HISTORY, RateLimit.PROJECT_HISTORY));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void projects_and_environments_do_not_wait_for_one_another() {
    RateBudget budget = budget();
    budget.await(Turns.of(RateLimit.ENVIRONMENT_POWER));
    budget.await(List.of(new RateUse(RateLimit.ENVIRONMENT_POWER, Turns.PROJECT, Turns.OTHER)));
    for (int i = 0; i < 12; i++) {
      budget.await(
          List.of(new RateUse(RateLimit.ENVIRONMENT_METADATA, new ProjectId(1 + i / 6), null)));
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void both_spellings_of_an_environment_are_one() {
    String bare = Turns.ENVIRONMENT.value().replace("-", "").toLowerCase(Locale.ROOT);
    budget().await(Turns.of(RateLimit.ENVIRONMENT_POWER));

    budget()
        .await(
            List.of(
                new RateUse(RateLimit.ENVIRONMENT_POWER, Turns.PROJECT, new EnvironmentId(bare))));

    assertThat(time.elapsed()).isPositive();
  }

  @Test
  void whom_lcs_throttled_makes_all_others_wait() {
    budget().close(Turns.of(RateLimit.ENVIRONMENT_HISTORY), Duration.ofSeconds(17));

    budget().await(Turns.of(RateLimit.ENVIRONMENT_HISTORY));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void a_wait_of_more_than_half_an_hour_is_none() {
    budget().close(Turns.of(RateLimit.ENVIRONMENT_HISTORY), Duration.ofMinutes(40));

    Problem problem = Problems.of(() -> budget().await(Turns.of(RateLimit.ENVIRONMENT_HISTORY)));

    assertThat(problem.code()).isEqualTo(ProblemCode.THROTTLED);
    assertThat(problem.message()).contains("2026-11-22T10:40:00Z");
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void the_fourth_database_movement_in_a_day_is_refused_with_the_time_when_it_is_possible() {
    for (int i = 0; i < 3; i++) {
      budget().claim(Turns.of(RateLimit.DATABASE_MOVEMENT));
      time.advance(Duration.ofHours(1));
    }

    Problem problem = Problems.of(() -> budget().claim(Turns.of(RateLimit.DATABASE_MOVEMENT)));

    assertThat(problem.code()).isEqualTo(ProblemCode.DAILY_LIMIT);
    assertThat(problem.details()).containsEntry("nextPossible", "2026-11-23T10:00:01Z");
    time.advance(Duration.ofHours(21).plusSeconds(1));
    budget().claim(Turns.of(RateLimit.DATABASE_MOVEMENT));
  }

  @Test
  void a_movement_that_did_not_start_does_not_count() {
    for (int i = 0; i < 5; i++) {
      budget().claim(Turns.of(RateLimit.DATABASE_MOVEMENT)).giveBack();
    }

    budget().claim(Turns.of(RateLimit.DATABASE_MOVEMENT));
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void calls_without_a_limit_leave_no_trace() throws IOException {
    budget().await(List.of());
    budget().claim(List.of());
    budget().close(List.of(), Duration.ofMinutes(1));

    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"used\":7}",
        "{\"used\":{\"rsat-certificate\":[1],\"unheard-of x\":[1],\"rsat-certificate x\":null},\"closed\":null}",
        "{\"used\":{\"rsat-certificate x\":[null,9223372036854775807]},\"closed\":{\"user-power x\":9223372036854775807}}"
      })
  void a_damaged_file_is_no_failure(String text) throws IOException {
    Files.writeString(folder.resolve("used.json"), text, StandardCharsets.UTF_8);

    budget().await(Turns.of(RateLimit.RSAT_CERTIFICATE));
    budget().await(Turns.of(RateLimit.RSAT_CERTIFICATE));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void a_folder_that_cannot_be_written_is_replaced_by_the_memory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the folder's place");
    RateBudget budget = Turns.on(file, time, events::add);

    budget.await(Turns.of(RateLimit.RSAT_CERTIFICATE));
    budget.await(Turns.of(RateLimit.RSAT_CERTIFICATE));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void a_clock_that_was_set_back_makes_nobody_wait() {
    budget().await(Turns.of(RateLimit.ENVIRONMENT_POWER));
    ManualTime earlier = new ManualTime(NOW.minus(Duration.ofDays(3)));

    Turns.on(folder, earlier, Listener.NONE).await(Turns.of(RateLimit.ENVIRONMENT_POWER));

    assertThat(earlier.elapsed()).isZero();
  }

  @Test
  void the_file_is_for_its_owner_alone_and_forgets_what_counts_no_more() throws IOException {
    budget().await(Turns.of(RateLimit.ENVIRONMENT_METADATA));
    time.advance(Duration.ofHours(1));
    budget().await(Turns.of(RateLimit.ENVIRONMENT_POWER));

    assertThat(Files.getPosixFilePermissions(folder.resolve("used.json")))
        .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rw-------"));
    assertThat(Shelf.of(folder).read("used.json").orElseThrow())
        .contains("environment-power")
        .doesNotContain("environment-metadata");
  }

  private RateBudget budget() {
    return Turns.on(folder, time, events::add);
  }
}
