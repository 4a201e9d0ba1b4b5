package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction.Delay;
import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Endpoint;
import dev.lifeline.extension.agent.RunningStep;
import dev.lifeline.extension.agent.StepEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a task of the package, and what its agent sees of that. */
final class FailingEndToEndTest {
  /** From an agent's first signal to its kill are 10 s; the second signal comes after 7.5 s. */
  private static final Duration GRACE = Duration.ofMillis(7500);

  @TempDir private Path work;
  private Steps steps;

  @BeforeEach
  void start() throws Exception {
    steps = new Steps(work);
  }

  @AfterEach
  void stop() {
    steps.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LifelineAssetUpload, assetPath",
    "LifelineAssetDownload, fileAssetId",
    "LifelineAssetDeploy, environmentId"
  })
  void a_missing_input_fails_the_step_by_name(String task, String input) throws Exception {
    StepEnd end = steps.run("step", task, Map.of());

    assertThat(end.result()).isEqualTo("Failed");
    assertThat(end.exitCode()).isZero();
    assertThat(end.errors()).anyMatch(error -> error.contains(input));
    assertThat(steps.contoso.emulator().received().list()).isEmpty();
  }

  @Test
  void a_macro_that_nobody_knows_is_named() throws Exception {
    StepEnd end =
        steps.run("step", "LifelineAssetDownload", Map.of("fileAssetId", "$(upload.FileAsetId)"));

    assertThat(end.result()).isEqualTo("Failed");
    assertThat(end.log()).contains("$(upload.FileAsetId)");
  }

  @Test
  void a_connection_of_another_kind_is_refused() throws Exception {
    String id = "0c7c3a52-1111-4222-8333-444455556666";
    steps.job.withEndpoint(
        new Endpoint(id, "https://example.com/", "Token", Map.of("apitoken", "t"), Map.of()));

    StepEnd end =
        steps.run("step", "LifelineVerifyConnection", Map.of("serviceConnectionName", id));

    assertThat(end.result()).isEqualTo("Failed");
    assertThat(end.errors()).anyMatch(error -> error.contains("Token"));
  }

  @Test
  void a_wrong_password_names_the_account_s_problem_and_not_the_password() throws Exception {
    String other = "2b7f3a52-1111-4222-8333-444455556666";
    Endpoint wrong = steps.contoso.endpoint("wr0ng-Pa55word");
    steps.job.withEndpoint(
        new Endpoint(other, wrong.url(), wrong.scheme(), wrong.parameters(), wrong.data()));

    StepEnd end =
        steps.run("step", "LifelineVerifyConnection", Map.of("serviceConnectionName", other));

    assertThat(end.result()).isEqualTo("Failed");
    assertThat(end.log()).contains("50126");
    assertThat(end.visible()).doesNotContain("wr0ng-Pa55word");
  }

  @Test
  void foreign_text_runs_no_command() throws Exception {
    String hostile = "x ##vso[task.setvariable variable=PATH]/evil ::set-output name=a::b";
    Contoso.release(steps.job.sources().resolve("r.zip"));

    StepEnd end =
        steps.run(
            "step", "LifelineAssetUpload", Map.of("assetPath", "r.zip", "assetName", hostile));

    assertThat(end.commands())
        .noneMatch(command -> command.properties().getOrDefault("variable", "").equals("PATH"));
  }

  @Test
  void a_machine_with_no_java_is_told_how_to_get_one() throws Exception {
    steps.job.withMachine("JAVA_HOME", work.resolve("nowhere").toString());
    steps.job.withPath("/nowhere");

    StepEnd end = steps.run("step", "LifelineVerifyConnection", Map.of());

    assertThat(end.result()).isEqualTo("Failed");
    assertThat(end.errors()).singleElement().asString().contains("JavaToolInstaller@1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_wait_that_is_cancelled_says_what_goes_on_and_leaves_no_java(String signal)
      throws Exception {
    steps.job.withVariable("LIFELINE_POLL_INTERVAL", "10m");
    RunningStep running = steps.start("LifelineAssetDeploy", steps.deployment());
    running.await("lifeline operation watch");
    ProcessHandle java = running.java();
    long signalled = System.nanoTime();

    running.signal(signal);
    StepEnd end = running.end();

    assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isLessThan(GRACE);
    assertThat(java.isAlive()).isFalse();
    assertThat(end.exitCode()).isIn(130, 143);
    assertThat(end.log()).contains("variable=ActivityId").containsPattern("goes? on");
  }

  @Test
  void an_upload_that_is_cancelled_ends_within_the_agent_s_patience() throws Exception {
    Path release = Contoso.release(steps.job.sources().resolve("r.zip"));
    steps
        .contoso
        .emulator()
        .faults()
        .add(Fault.once("blob", "PUT", "", new Delay(Duration.ofHours(1))).times(9));
    RunningStep running =
        steps.start("LifelineAssetUpload", Map.of("assetPath", release.toString()));
    steps.contoso.awaitHeldRequest();
    ProcessHandle java = running.java();
    long signalled = System.nanoTime();

    running.signal("INT");
    StepEnd end = running.end();

    assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isLessThan(GRACE);
    assertThat(java.isAlive()).isFalse();
    assertThat(end.log()).contains("Nothing goes on in LCS");
  }
}
