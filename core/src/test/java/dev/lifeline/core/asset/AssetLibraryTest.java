package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.BlobEndpoint;
import dev.lifeline.emulator.blob.BlobAccount;
import dev.lifeline.emulator.peers.Azurite;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.ReadyMadePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetLibraryTest {
  private static final AssetType PACKAGE = AssetType.SOFTWARE_DEPLOYABLE_PACKAGE;

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
  void an_uploaded_file_is_in_the_library_and_comes_back_as_it_was() throws IOException {
    Path file = file("größe & more.zip", 1_000_000);

    AssetUpload.Uploaded uploaded =
        lifeline.assetUpload().run(Lab.PROJECT, order(file, "Über release +1 #2"));
    AssetDownload.Downloaded downloaded = download(folder.resolve("to"), uploaded.id());

    Asset asset = lifeline.assetSearch().get(Lab.PROJECT, uploaded.id());
    assertThat(asset.name()).isEqualTo("Über release +1 #2");
    assertThat(asset.fileName()).isEqualTo("größe & more.zip");
    assertThat(asset.description()).isEqualTo("from a test");
    assertThat(downloaded.path()).hasSameBinaryContentAs(file);
    assertThat(downloaded.sha256()).isEqualTo(uploaded.sha256());
  }

  @Test
  void the_same_works_with_azurite_as_the_blob_store() throws Exception {
    try (Azurite azurite = Azurite.start();
        Lab other = new Lab(new BlobEndpoint(azurite.endpoint(), BlobAccount.AZURITE))) {
      Path file = file("a.zip", 5_000_000);
      Lifeline there = other.lifeline();

      AssetId id = there.assetUpload().run(Lab.PROJECT, order(file, "a")).id();
      var downloads =
          there
              .assetDownload()
              .run(
                  Lab.PROJECT,
                  new AssetDownload.Order(
                      List.of(there.assetSearch().get(Lab.PROJECT, id)),
                      folder.resolve("to"),
                      false));

      assertThat(downloads)
          .singleElement()
          .satisfies(it -> assertThat(it.path()).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void an_asset_is_not_in_the_library_until_it_is_committed() throws IOException {
    lab.answerAlways("lcs", "CommitFileAsset", 400, "{\"Message\":\"no\"}");
    Path file = file("a.zip", 1000);

    Problem problem =
        Problems.of(() -> lifeline.assetUpload().run(Lab.PROJECT, order(file, "mine")));

    assertThat(problem.code()).isEqualTo(ProblemCode.LCS_REFUSED);
    assertThat(named("mine")).isEmpty();
  }

  @Test
  void an_upload_that_fails_on_the_way_puts_nothing_into_the_library() throws IOException {
    lab.answerAlways("blob", "", 403, "");
    Path file = file("a.zip", 1000);

    Problem problem =
        Problems.of(() -> lifeline.assetUpload().run(Lab.PROJECT, order(file, "mine")));

    assertThat(problem.code()).isEqualTo(ProblemCode.BLOB_REFUSED);
    assertThat(named("mine")).isEmpty();
  }

  @Test
  void a_commit_whose_answer_was_lost_is_not_repeated_when_it_was_done() throws IOException {
    lab.answer(Fault.once("lcs", "POST", "CommitFileAsset", new FaultAction.LoseAnswer()));

    lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 1000), "mine"));

    assertThat(named("mine")).hasSize(1);
    assertThat(lab.received("lcs", "CommitFileAsset")).hasSize(1);
  }

  @Test
  void a_commit_that_was_lost_itself_is_repeated() throws IOException {
    lab.answer(Fault.once("lcs", "POST", "CommitFileAsset", new FaultAction.CutBefore()));

    lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 1000), "mine"));

    assertThat(named("mine")).hasSize(1);
    assertThat(lab.received("lcs", "CommitFileAsset")).hasSize(2);
  }

  @Test
  void a_creation_whose_answer_was_lost_makes_no_second_asset_by_itself() throws IOException {
    lab.answer(Fault.once("lcs", "POST", "CreateFileAsset", new FaultAction.LoseAnswer()));
    Path file = file("a.zip", 1000);

    assertThat(
            Problems.of(() -> lifeline.assetUpload().run(Lab.PROJECT, order(file, "mine"))).code())
        .isEqualTo(ProblemCode.ANSWER_LOST);
    assertThat(lab.received("lcs", "CreateFileAsset")).hasSize(1);
  }

  @Test
  void cuts_and_busy_answers_of_the_blob_store_do_not_end_a_transfer() throws IOException {
    Path file = file("a.zip", 10_000_000);
    lab.answer(Fault.once("blob", "PUT", "", new FaultAction.CutBefore()).times(2));
    lab.answer(Fault.once("blob", "PUT", "", FaultAction.Answer.html(503)).after(1));
    lab.answer(Fault.once("blob", "GET", "", new FaultAction.Truncate(3_000_000)).times(2));

    AssetId id = lifeline.assetUpload().run(Lab.PROJECT, order(file, "mine")).id();

    assertThat(download(folder.resolve("to"), id).path()).hasSameBinaryContentAs(file);
  }

  @Test
  void the_token_is_not_sent_to_the_blob_store() throws IOException {
    AssetId id = lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 1000), "mine")).id();
    download(folder.resolve("to"), id);

    assertThat(lab.emulator.received().of("blob"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.headers()).doesNotContainKey("Authorization"));
  }

  @Test
  void no_signature_password_or_token_is_in_any_event() throws IOException {
    lab.answer(Fault.once("blob", "PUT", "", FaultAction.Answer.html(503)));

    lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 1000), "mine"));

    assertThat(lab.events.toString())
        .contains("sig=***")
        .doesNotContainPattern("sig=[^*]")
        .doesNotContain(lab.password().reveal(), "Bearer");
  }

  @Test
  void a_file_that_is_not_there_is_told_before_anybody_signs_in() {
    Problem problem =
        Problems.of(
            () -> lifeline.assetUpload().run(Lab.PROJECT, order(folder.resolve("none"), "x")));

    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
    assertThat(lab.emulator.received().list()).isEmpty();
  }

  @Test
  void a_validation_is_waited_for() throws IOException {
    AssetId id = lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 10), "mine")).id();

    var status = lifeline.assetValidation().await(Lab.PROJECT, id, Patience.VALIDATION);

    assertThat(status.status()).isEqualTo("Done");
    assertThat(lab.events.toString())
        .containsSubsequence("status=Unknown", "status=Process", "status=Done");
  }

  @Test
  void an_invalid_asset_is_told() throws IOException {
    AssetId id =
        lifeline.assetUpload().run(Lab.PROJECT, order(file("invalid.zip", 10), "mine")).id();

    Problem problem =
        Problems.of(() -> lifeline.assetValidation().await(Lab.PROJECT, id, Patience.VALIDATION));

    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    assertThat(problem.message()).contains("'Failed'");
  }

  @Test
  void a_validation_that_takes_too_long_is_left() throws IOException {
    AssetId id = lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 10), "mine")).id();
    Patience short1 = Patience.validation(Duration.ofMinutes(1), Duration.ofMinutes(3));

    Problem problem = Problems.of(() -> lifeline.assetValidation().await(Lab.PROJECT, id, short1));

    assertThat(problem.code()).isEqualTo(ProblemCode.WAIT_TIMED_OUT);
    assertThat(problem.details()).containsEntry("operationStatus", "Process");
  }

  @ParameterizedTest
  @CsvSource({
    "../../evil.zip, evil.zip",
    "/etc/evil.zip, evil.zip",
    "C:\\evil.zip, evil.zip",
    "con.zip, _con.zip"
  })
  void a_file_name_from_lcs_never_leaves_the_chosen_folder(String foreign, String name) {
    renameRelease(foreign);

    AssetDownload.Downloaded downloaded = download(folder.resolve("to"), lab.asset(foreign));

    assertThat(downloaded.path()).isEqualTo(folder.resolve("to").resolve(name));
  }

  @Test
  void assets_that_would_become_the_same_file_are_told_before_the_first_byte() {
    AssetId invalid = lab.asset(ReadyMadePackage.INVALID.fileName());
    AssetId release = renameRelease("CONTOSO-invalid.ZIP");

    Problem problem = Problems.of(() -> download(folder.resolve("to"), invalid, release));

    assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(lab.emulator.received().of("blob")).isEmpty();
    assertThat(folder.resolve("to")).doesNotExist();
  }

  @Test
  void a_file_at_the_target_is_told_before_the_first_byte() throws IOException {
    Files.writeString(folder.resolve("contoso-release-1.zip"), "mine");

    Problem problem = Problems.of(() -> download(folder, lab.asset("contoso-release-1.zip")));

    assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(lab.emulator.received().of("blob")).isEmpty();
    assertThat(folder.resolve("contoso-release-1.zip")).hasContent("mine");
  }

  @Test
  void a_file_in_place_of_the_folder_is_told() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(Problems.of(() -> download(file, lab.asset("contoso-release-1.zip"))).code())
        .isEqualTo(ProblemCode.TARGET_NOT_WRITABLE);
  }

  @Test
  void an_asset_that_is_not_there_is_told() {
    AssetId nobody = new AssetId("00000000-1111-2222-3333-444444444444");

    assertThat(Problems.of(() -> download(folder, nobody)).code())
        .isEqualTo(ProblemCode.ASSET_NOT_FOUND);
  }

  @Test
  void an_address_that_expired_before_the_download_is_told() {
    lab.emulator.world().changeSettings(it -> it.withSasLifetime(Duration.ZERO));

    assertThat(Problems.of(() -> download(folder, lab.asset("contoso-release-1.zip"))).code())
        .isEqualTo(ProblemCode.SAS_EXPIRED);
  }

  @Test
  void assets_are_found_by_a_pattern_the_newest_first() throws IOException {
    lab.time.advance(Duration.ofMinutes(1));
    lifeline.assetUpload().run(Lab.PROJECT, order(file("a.zip", 10), "Contoso release 2"));

    assertThat(named("contoso RELEASE*"))
        .extracting(Asset::name)
        .containsExactly("Contoso release 2", "Contoso release 1");
    assertThat(
            lifeline
                .assetSearch()
                .find(
                    Lab.PROJECT,
                    new AssetSearch.Query(PACKAGE, NamePattern.of("contoso*"), false, true)))
        .extracting(Asset::name)
        .containsExactly("Contoso release 2");
  }

  @Test
  void the_shared_library_is_a_library_of_its_own() {
    assertThat(
            lifeline
                .assetSearch()
                .find(Lab.PROJECT, new AssetSearch.Query(PACKAGE, null, true, false)))
        .extracting(Asset::name)
        .containsExactly("Shared hotfix");
  }

  private List<Asset> named(String pattern) {
    return lifeline
        .assetSearch()
        .find(Lab.PROJECT, new AssetSearch.Query(PACKAGE, NamePattern.of(pattern), false, false));
  }

  private AssetDownload.Downloaded download(Path to, AssetId... assets) {
    List<Asset> found =
        Stream.of(assets).map(id -> lifeline.assetSearch().get(Lab.PROJECT, id)).toList();
    return lifeline
        .assetDownload()
        .run(Lab.PROJECT, new AssetDownload.Order(found, to, false))
        .get(0);
  }

  private AssetId renameRelease(String fileName) {
    AssetId id = lab.asset(ReadyMadePackage.RELEASE.fileName());
    lab.emulator
        .world()
        .changeLifecycle(
            it ->
                it.with(
                    it.assets().stream()
                        .filter(asset -> id.value().equals(asset.id().toString()))
                        .findFirst()
                        .orElseThrow()
                        .withFileName(fileName)));
    return id;
  }

  private static AssetUpload.Order order(Path file, String name) {
    return new AssetUpload.Order(file, PACKAGE, name, "from a test");
  }

  private Path file(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }
}
