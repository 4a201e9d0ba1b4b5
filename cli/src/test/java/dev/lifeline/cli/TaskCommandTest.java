package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskCommandTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_task_runs_with_inputs_from_arguments_over_the_stored_connection() throws Exception {
    Path file = desk.release("Release.zip", 20_000);

    Outcome outcome =
        desk.run("task", "AssetUpload", "projectId=1234567", "assetPath=" + file).succeeded();

    assertThat(outcome.out()).contains("FileAssetId=" + desk.assetId("Release.zip") + "\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void a_task_speaks_the_language_of_the_system_that_runs_it() {
    desk.environment.put("GITHUB_ACTIONS", "true");
    desk.environment.put("INPUT_PROJECTID", "0x");

    Outcome outcome = desk.run("task", "LifelineVerifyConnection");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("\n::error title=VALUE_MALFORMED::");
  }

  @Test
  void a_failure_is_said_once_and_becomes_the_exit_code() {
    Outcome outcome =
        desk.run(
            "task",
            "AssetDownload",
            "projectId=1234567",
            "fileAssetId=11111111-2222-3333-4444-555555555555");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.out()).containsOnlyOnce("error: ");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void outputs_and_the_page_go_into_files_too() throws Exception {
    desk.environment.put("LIFELINE_OUTPUT_FILE", folder.resolve("outputs.env").toString());
    desk.environment.put("LIFELINE_SUMMARY_FILE", folder.resolve("page.md").toString());

    desk.run(
            "task",
            "AssetDeployment",
            "projectId=1234567",
            "environmentId=contoso-uat",
            "fileAssetId=" + desk.assetId("contoso-release-1.zip"),
            "releaseName=Release 1")
        .succeeded();

    assertThat(Files.readString(folder.resolve("outputs.env"))).startsWith("ActivityId=");
    assertThat(Files.readString(folder.resolve("page.md"))).contains("| State | Completed |");
  }

  @Test
  void what_is_no_input_is_refused_with_the_names_of_those_that_are() {
    Outcome outcome = desk.run("task", "AssetUpload", "projectID=1", "assetpaht=x");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "LifelineAssetUpload has no input 'assetpaht'", "projectId, assetType, assetPath");
  }

  @Test
  void an_argument_without_a_value_is_refused() {
    assertThat(desk.run("task", "AssetUpload", "assetPath").err())
        .contains("'assetPath' is not of the form INPUT=VALUE");
  }

  @Test
  void a_task_that_does_not_exist_is_refused() {
    Outcome outcome = desk.run("task", "AssetUplaod");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("no task is called 'AssetUplaod'", "AssetUpload, Asset");
  }
}
