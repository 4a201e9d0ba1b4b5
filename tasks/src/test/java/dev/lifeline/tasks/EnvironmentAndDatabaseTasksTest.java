package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentAndDatabaseTasksTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = Agent.azure(folder);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void an_environment_is_stopped_and_started_again() throws Exception {
    agent.input("environmentId", "contoso-dev");

    Ended stopped = agent.run("LifelineEnvironmentStop@1").succeeded();
    Ended started = agent.run("LifelineEnvironmentStart@1").succeeded();

    assertThat(stopped.output("ActivityId")).isNotEmpty();
    assertThat(started.log()).contains("the start of the environment 'contoso-dev'");
    assertThat(agent.pages()).contains("| Environment | contoso\\-dev |");
  }

  @Test
  void an_environment_that_lcs_does_not_start_is_refused() {
    agent.input("environmentId", "contoso-uat");

    Ended ended = agent.run("EnvironmentStop");

    assertThat(ended.exitCode()).isEqualTo(ProblemCode.ENVIRONMENT_UNFIT.kind().exitCode());
    assertThat(ended.log()).contains("cannot be stopped now");
  }

  @Test
  void a_database_is_exported_under_the_name_of_the_run() {
    agent.input("environmentId", "contoso-uat");

    Ended ended = agent.run("LifelineDatabaseExport@1").succeeded();

    assertThat(ended.output("ActivityId")).isNotEmpty();
    assertThat(ended.log()).contains("as 'Contoso nightly 20261127.4'", "ended in LCS: Completed");
  }

  @Test
  void a_database_is_refreshed_and_joined() {
    agent
        .input("sourceEnvironmentId", "contoso-production")
        .input("targetEnvironmentId", "contoso-uat")
        .input("waitForCompletion", "false");

    Ended started = agent.run("LifelineDatabaseRefresh@1").succeeded();
    agent
        .input("environmentId", "contoso-uat")
        .input("operationType", "refresh")
        .input("activityId", started.output("ActivityId"));
    Ended joined = agent.run("WaitForOperation").succeeded();

    assertThat(joined.log()).contains("ended in LCS: Completed");
  }

  @Test
  void a_production_database_is_not_overwritten() {
    agent
        .input("sourceEnvironmentId", "contoso-uat")
        .input("targetEnvironmentId", "contoso-production");

    Ended ended = agent.run("DatabaseRefresh");

    assertThat(ended.exitCode()).isEqualTo(ProblemCode.PRODUCTION_ENVIRONMENT.kind().exitCode());
    assertThat(agent.emulator.world().lifecycle().operations()).isEmpty();
  }
}
