package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction.Delay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's signal reaches a task as the interruption of its thread. */
class InterruptionTest {
  private static final Delay FOR_EVER = new Delay(Duration.ofHours(1));

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
  void during_the_sign_in_nothing_goes_on() throws Exception {
    agent.emulator.faults().add(Fault.once("entra", "POST", "token", FOR_EVER));
    agent.input("assetPath", agent.release("R.zip", 2000));

    Ended ended = interruptedWhileARequestIsHeld("AssetUpload");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(words(ended)).contains("stopped uploading 'R.zip'", "Nothing goes on in LCS.");
    assertThat(agent.emulator.received().of("lcs")).isEmpty();
  }

  @Test
  void during_an_upload_no_asset_comes_into_the_library() throws Exception {
    agent.emulator.faults().add(Fault.once("blob", "PUT", "", FOR_EVER).after(1));
    agent.input("assetPath", agent.release("Release.zip", 9_000_000));

    Ended ended = interruptedWhileARequestIsHeld("AssetUpload");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(words(ended)).contains("Nothing goes on in LCS.");
    assertThat(ended.output("FileAssetId")).isEmpty();
  }

  @Test
  void during_a_validation_the_asset_id_is_kept() throws Exception {
    agent.input("assetPath", agent.release("Release.zip", 20_000));

    Ended ended = interruptedInWait("AssetUpload");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.output("FileAssetId")).isEqualTo(agent.assetId("Release.zip"));
    assertThat(words(ended))
        .contains("LCS goes on validating it.")
        .contains("lifeline asset wait " + agent.assetId("Release.zip"));
  }

  @Test
  void during_a_wait_it_is_said_what_goes_on_and_how_to_join_it() throws Exception {
    agent
        .input("environmentId", agent.environmentId("contoso-uat"))
        .input("fileAssetId", agent.assetId("contoso-release-1.zip"));

    Ended ended = interruptedInWait("AssetDeployment");

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.output("ActivityId")).isNotEmpty();
    assertThat(words(ended))
        .contains("It goes on in LCS without Lifeline.")
        .contains("operationType hq and activityId " + ended.output("ActivityId"));
    assertThat(agent.pages()).contains("| State | goes on in LCS |");
  }

  private Ended interruptedInWait(String task) throws Exception {
    FutureTask<Ended> run =
        new FutureTask<>(() -> agent.run(task, new InterruptingTime(agent.time, 1)));
    new Thread(run, "task").start();
    return run.get(1, TimeUnit.MINUTES);
  }

  private Ended interruptedWhileARequestIsHeld(String task) throws Exception {
    FutureTask<Ended> run = new FutureTask<>(() -> agent.run(task));
    Thread thread = new Thread(run, "task");
    thread.start();
    assertThat(agent.requestHeld.await(1, TimeUnit.MINUTES)).isTrue();
    thread.interrupt();
    return run.get(1, TimeUnit.MINUTES);
  }

  private static String words(Ended ended) {
    return ended.log().replaceAll("\\s+", " ");
  }
}
