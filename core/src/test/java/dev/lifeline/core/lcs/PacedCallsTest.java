package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that share a rate budget, before an LCS that keeps to its limits. */
class PacedCallsTest {
  @TempDir private Path folder;
  private Lab lab;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lab.emulator.world().changeSettings(settings -> settings.withThrottling(true));
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void lcs_never_has_to_throttle_those_who_share_a_budget() {
    LcsClient one = client();
    LcsClient two = client();
    EnvironmentId uat = lab.environment("contoso-uat");
    EnvironmentId test = lab.environment("contoso-test");
    for (int i = 0; i < 5; i++) {
      assertThat(one.allEnvironments(Lab.PROJECT)).hasSize(7);
      assertThat(two.allHistory(Lab.PROJECT, uat)).hasSize(8);
      one.history(Lab.PROJECT, test, 1);
      two.rsatCertificate(Lab.PROJECT, test);
    }

    assertThat(lab.events).noneMatch(Event.Retrying.class::isInstance);
    assertThat(lab.events).hasAtLeastOneElementOfType(Event.Noted.class);
    assertThat(lab.received("lcs", "environmentinfo")).hasSize(40);
  }

  @Test
  void starts_and_stops_wait_for_their_turn() {
    EnvironmentId dev = lab.environment("contoso-dev");
    Instant before = lab.time.instant();
    client().stopEnvironment(Lab.PROJECT, dev);
    lab.emulator.world().changeTimeScale(1000); // stopped before the next one is let through

    client().startEnvironment(Lab.PROJECT, dev);

    assertThat(Duration.between(before, lab.time.instant()))
        .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(302));
    assertThat(lab.events).noneMatch(Event.Retrying.class::isInstance);
  }

  @Test
  void what_has_no_limit_waits_for_nothing() {
    Instant before = lab.time.instant();
    for (int i = 0; i < 20; i++) {
      client().assets(Lab.PROJECT, AssetType.MODEL);
    }

    assertThat(lab.time.instant()).isEqualTo(before);
  }

  @Test
  void whom_lcs_throttled_tells_the_others() {
    Instant before = lab.time.instant();
    lab.answer(
        Fault.once(
                "lcs",
                "GET",
                "rsatdownload",
                new FaultAction.Answer(429, Map.of("Retry-After", "200"), ""))
            .times(2));
    EnvironmentId test = lab.environment("contoso-test");
    ProblemCode first = Problems.of(() -> client().rsatCertificate(Lab.PROJECT, test)).code();

    client().rsatCertificate(Lab.PROJECT, test);

    assertThat(first).isEqualTo(ProblemCode.THROTTLED);
    assertThat(Duration.between(before, lab.time.instant()))
        .isBetween(Duration.ofSeconds(400), Duration.ofSeconds(402));
  }

  @Test
  void a_fourth_database_movement_is_refused_before_it_is_sent() {
    EnvironmentId test = lab.environment("contoso-test");
    Instant first = lab.time.instant();
    for (int i = 0; i < 3; i++) {
      client().exportDatabase(Lab.PROJECT, test, "backup " + i);
      lab.time.advance(Duration.ofHours(5));
    }

    Problem problem = Problems.of(() -> client().exportDatabase(Lab.PROJECT, test, "one too many"));

    assertThat(problem.code()).isEqualTo(ProblemCode.DAILY_LIMIT);
    assertThat(Instant.parse(problem.details().get("nextPossible").toString()))
        .isBetween(first.plus(Duration.ofHours(24)), first.plus(Duration.ofHours(25)));
    assertThat(lab.received("lcs", "export")).hasSize(3);
  }

  @Test
  void a_database_movement_that_lcs_refused_does_not_count() {
    EnvironmentId production = lab.environment("contoso-production");
    for (int i = 0; i < 4; i++) {
      assertThat(Problems.of(() -> client().exportDatabase(Lab.PROJECT, production, "no")).code())
          .isEqualTo(ProblemCode.LCS_REFUSED);
    }

    assertThat(lab.received("lcs", "export")).hasSize(4);
  }

  @Test
  void a_database_movement_whose_answer_was_lost_counts() {
    EnvironmentId test = lab.environment("contoso-test");
    lab.answer(Fault.once("lcs", "POST", "export", new FaultAction.LoseAnswer()).times(3));
    for (int i = 0; i < 3; i++) {
      Problems.of(() -> client().exportDatabase(Lab.PROJECT, test, "lost"));
    }

    assertThat(Problems.of(() -> client().exportDatabase(Lab.PROJECT, test, "no")).code())
        .isEqualTo(ProblemCode.DAILY_LIMIT);
  }

  private LcsClient client() {
    return lab.lcs(Ledger.on(Shelf.of(folder)));
  }
}
