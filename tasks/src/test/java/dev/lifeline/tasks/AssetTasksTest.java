package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetTasksTest {
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
  void an_upload_gives_its_asset_id_and_waits_for_the_validation() throws Exception {
    agent.input("assetPath", agent.release("Release.zip", 20_000)).input("assetName", "Größe; 7]%");

    Ended ended = agent.run("LifelineAssetUpload").succeeded();

    assertThat(ended.output("FileAssetId")).isEqualTo(agent.assetId("Release.zip"));
    assertThat(ended.log()).contains("uploaded 'Größe; 7]%', ", "LCS has validated it: Done");
    assertThat(ended.heard("task.setprogress")).isNotEmpty();
    assertThat(ended.log()).endsWith("##vso[task.complete result=Succeeded]\n");
  }

  @Test
  void the_asset_id_is_known_though_the_validation_fails() throws Exception {
    Path file = Files.writeString(folder.resolve("sources").resolve("invalid.zip"), "no zip");
    agent.input("assetPath", file);

    Ended ended = agent.run("AssetUpload");

    assertThat(ended.output("FileAssetId")).isEqualTo(agent.assetId("invalid.zip"));
    assertThat(ended.heard("task.logissue").toString())
        .contains("LCS will probably not accept it", "LCS found the asset");
    assertThat(ended.exitCode()).isEqualTo(1);
  }

  @Test
  void an_upload_need_not_wait_for_the_validation() throws Exception {
    agent.input("assetPath", agent.release("R.zip", 20_000)).input("waitForValidation", "False");

    Ended ended = agent.run("AssetUpload").succeeded();

    assertThat(ended.log()).doesNotContain("has validated");
    assertThat(agent.time.elapsed()).isZero();
  }

  @Test
  void the_page_about_an_upload_says_what_went_where() throws Exception {
    agent.input("assetPath", agent.release("Release.zip", 20_000));

    Ended ended = agent.run("AssetUpload").succeeded();

    assertThat(ended.heard("task.uploadsummary")).hasSize(1);
    assertThat(agent.pages())
        .contains("succeeded", "| Project | 1234567 |", "| Asset | Release.zip |", "SHA\\-256");
  }

  @Test
  void an_empty_path_is_not_taken_for_the_folder_of_the_repository() {
    agent.input("assetPath", folder.resolve("sources"));

    Ended ended = agent.run("AssetUpload");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log())
        .contains("the input 'assetPath' of LifelineAssetUpload is missing")
        .contains("An empty path arrives as the folder of the repository, as here.");
    assertThat(agent.emulator.received().of("entra")).isEmpty();
  }

  @Test
  void assets_are_downloaded_by_their_ids() {
    String first = agent.assetId("contoso-release-1.zip");
    agent.input("fileAssetId", first + "; ").input("assetPath", folder.resolve("to"));

    Ended ended = agent.run("LifelineAssetDownload@2").succeeded();

    assertThat(ended.output("FilePath"))
        .isEqualTo(folder.resolve("to").resolve("contoso-release-1.zip").toString());
    assertThat(Path.of(ended.output("FilePath"))).isNotEmptyFile();
  }

  @Test
  void assets_are_downloaded_by_type_and_name_into_the_staging_folder() {
    agent
        .input("searchPattern", "1")
        .input("fileAssetType", "10")
        .input("fileAssetName", "*Release*")
        .input("assetPath", "$(Build.ArtifactStagingDirectory)");

    Ended ended = agent.run("AssetDownload").succeeded();

    assertThat(List.of(ended.output("FilePath").split(";", -1)))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(Path.of(path)).hasParent(folder.resolve("staging")));
  }

  @Test
  void a_download_can_be_repeated() {
    agent.input("fileAssetId", agent.assetId("contoso-release-1.zip"));

    agent.run("AssetDownload").succeeded();
    Ended again = agent.run("AssetDownload").succeeded();

    assertThat(again.output("FilePath")).endsWith("contoso-release-1.zip");
  }

  @Test
  void a_name_that_no_asset_has_is_said() {
    agent.input("searchPattern", "1").input("fileAssetType", "10").input("fileAssetName", "x y");

    Ended ended = agent.run("AssetDownload");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.commands())
        .anySatisfy(
            command ->
                assertThat(command.properties())
                    .containsEntry("code", ProblemCode.ASSET_NOT_FOUND.name()));
  }
}
