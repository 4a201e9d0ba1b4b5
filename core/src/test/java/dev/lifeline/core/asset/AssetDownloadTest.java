package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several assets at once. */
class AssetDownloadTest {
  @TempDir Path folder;

  private Lab lab;
  private Lifeline lifeline;

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    lifeline = lab.lifeline();
  }

  @AfterEach
  void stop() throws Exception {
    lab.close();
  }

  @Test
  void lcs_is_asked_for_the_address_of_each_file_just_before_it() {
    List<Asset> packages = packages();
    Duration most = Duration.ofMinutes(40); // an address is good for an hour
    lab.answer(Fault.once("blob", "GET", "", new FaultAction.Delay(most)).times(2));

    download(packages);

    assertThat(files()).containsExactlyInAnyOrder("contoso-release-1.zip", "contoso-invalid.zip");
  }

  @Test
  void an_asset_is_fetched_once_however_often_it_is_named() {
    Asset first = packages().get(0);

    List<AssetDownload.Downloaded> done = download(List.of(first, first));

    assertThat(done).hasSize(1);
  }

  @Test
  void every_clash_of_names_is_told_before_the_first_byte() throws IOException {
    rename("contoso-release-1.zip", "gr\u00fcn.zip");
    rename("contoso-invalid.zip", "GRU\u0308N.zip");

    Problem problem = Problems.of(() -> download(packages()));

    assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(problem.message()).contains("'gr\u00fcn.zip' of ", "'GR\u00dcN.zip' of ");
    assertThat(lab.emulator.received().of("blob")).isEmpty();
    assertThat(folder.resolve("to")).doesNotExist();
  }

  @Test
  void every_file_that_stands_in_the_way_is_told_before_the_first_byte() throws IOException {
    Path to = Files.createDirectory(folder.resolve("to"));
    Files.writeString(to.resolve("contoso-release-1.zip"), "mine");
    Files.createSymbolicLink(to.resolve("contoso-invalid.zip"), folder.resolve("nowhere"));

    Problem problem = Problems.of(() -> download(packages()));

    assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(problem.message()).contains("contoso-release-1.zip", "contoso-invalid.zip");
    assertThat(lab.emulator.received().of("blob")).isEmpty();
  }

  @Test
  void files_that_arrived_before_one_failed_are_told_and_stay() {
    List<Asset> packages = packages();
    lab.answer(
        Fault.once("blob", "GET", "", new FaultAction.Answer(404, Map.of(), ""))
            .after(1)
            .times(10));
    List<AssetDownload.Downloaded> arrived = new ArrayList<>();
    AssetDownload.Order order = new AssetDownload.Order(packages, folder.resolve("to"), false);

    Problem problem =
        Problems.of(() -> lifeline.assetDownload().run(Lab.PROJECT, order, arrived::add));

    assertThat(problem.code()).isEqualTo(ProblemCode.BLOB_REFUSED);
    assertThat(arrived)
        .singleElement()
        .satisfies(it -> assertThat(it.path()).hasSize(it.sizeBytes()));
  }

  @Test
  void an_asset_of_the_shared_library_is_fetched_in_the_context_of_the_project() {
    List<Asset> shared =
        lifeline
            .assetSearch()
            .find(
                Lab.PROJECT,
                new AssetSearch.Query(AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, null, true, false));

    download(shared);

    assertThat(files()).containsExactly("shared-hotfix.zip");
  }

  private List<Asset> packages() {
    return lifeline
        .assetSearch()
        .find(
            Lab.PROJECT,
            new AssetSearch.Query(
                AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, NamePattern.of("contoso*"), false, false));
  }

  private List<AssetDownload.Downloaded> download(List<Asset> assets) {
    return lifeline
        .assetDownload()
        .run(Lab.PROJECT, new AssetDownload.Order(assets, folder.resolve("to"), false));
  }

  private List<String> files() {
    return List.of(Objects.requireNonNull(folder.resolve("to").toFile().list()));
  }

  private void rename(String fileName, String other) {
    lab.emulator
        .world()
        .changeLifecycle(
            it ->
                it.with(
                    it.assets().stream()
                        .filter(asset -> asset.fileName().equals(fileName))
                        .findFirst()
                        .orElseThrow()
                        .withFileName(other)));
  }
}
