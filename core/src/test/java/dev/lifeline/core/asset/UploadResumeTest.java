package dev.lifeline.core.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Problems;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.Shelf;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run of an upload that did not end goes on with the same asset. */
class UploadResumeTest {
  private static final AssetType PACKAGE = AssetType.SOFTWARE_DEPLOYABLE_PACKAGE;

  @TempDir Path folder;

  private Lab lab;
  private Path file;
  private final List<Lifeline> runs = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    lab = new Lab();
    file = folder.resolve("release.zip");
    writeFile(1);
    connections()
        .create(
            new ServiceConnection(
                "contoso",
                lab.authority(),
                lab.apiEndpoint(),
                lab.username(Lab.WORKING_ACCOUNT),
                lab.clientId(),
                null,
                Lab.PROJECT),
            new Credential.Password(lab.password()),
            null);
  }

  @AfterEach
  void stop() throws Exception {
    runs.forEach(Lifeline::close);
    lab.close();
  }

  @Test
  void it_goes_on_with_the_asset_that_was_begun() {
    Problem problem = failHalfway();

    AssetUpload.Uploaded uploaded = upload();

    assertThat(problem.details()).containsEntry("resumable", true);
    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.RESUMED);
    assertThat(lab.received("lcs", "CreateFileAsset")).hasSize(1);
    assertThat(library()).extracting(Asset::id).containsExactly(uploaded.id());
  }

  @Test
  void nothing_is_left_to_go_on_with_once_it_is_in_the_library() {
    failHalfway();
    upload();

    AssetUpload.Uploaded again = upload();

    assertThat(again.outcome()).isEqualTo(UploadOutcome.SENT);
    assertThat(library()).hasSize(2);
  }

  @Test
  void another_content_begins_anew() throws IOException {
    failHalfway();
    writeFile(2);

    AssetUpload.Uploaded uploaded = upload();

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.SENT);
    assertThat(lab.received("lcs", "CreateFileAsset")).hasSize(2);
    assertThat(library()).hasSize(1);
  }

  @Test
  void another_name_is_another_upload() {
    failHalfway();

    AssetUpload.Uploaded uploaded =
        run().assetUpload().run(Lab.PROJECT, new AssetUpload.Order(file, PACKAGE, "other", null));

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.SENT);
  }

  @Test
  void an_address_that_expired_meanwhile_is_renewed_where_lcs_does_so() {
    lab.emulator.world().changeSettings(it -> it.withRenewsUploads(true));
    failHalfway();
    lab.time.advance(Duration.ofHours(2));

    AssetUpload.Uploaded uploaded = upload();

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.RESUMED);
    assertThat(lab.events.toString()).contains("LCS gave a new one");
    assertThat(lab.received("lcs", "CreateFileAsset")).hasSize(1);
  }

  @Test
  void an_address_that_expired_and_that_lcs_does_not_renew_means_to_begin_anew_and_say_so() {
    failHalfway();
    lab.time.advance(Duration.ofHours(2));

    AssetUpload.Uploaded uploaded = upload();

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.SENT);
    assertThat(lab.events.toString())
        .contains("LCS gives none to an asset that is not committed", "so this starts anew");
    assertThat(library()).hasSize(1);
  }

  @Test
  void an_asset_that_lcs_no_longer_knows_means_to_begin_anew_and_say_so() {
    failHalfway();
    lab.emulator
        .world()
        .changeLifecycle(
            it ->
                it.withoutAsset(
                    it.assets().stream()
                        .filter(asset -> asset.fileName().equals("release.zip"))
                        .findFirst()
                        .orElseThrow()
                        .id()));

    AssetUpload.Uploaded uploaded = upload();

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.SENT);
    assertThat(lab.events.toString()).contains("so this starts anew");
    assertThat(library()).hasSize(1);
  }

  @Test
  void after_seven_days_the_blocks_are_gone_and_it_begins_anew() {
    lab.emulator.world().changeSettings(it -> it.withSasLifetime(Duration.ofDays(30)));
    failHalfway();
    lab.time.advance(Duration.ofDays(8));

    assertThat(upload().outcome()).isEqualTo(UploadOutcome.SENT);
  }

  @Test
  void a_run_that_died_between_commit_and_its_end_makes_no_second_asset() {
    // the commit is done, its answer and every look at the library fail
    lab.answer(Fault.once("lcs", "POST", "CommitFileAsset", new FaultAction.LoseAnswer()));
    lab.answer(
        Fault.once("lcs", "GET", "GetAssets", new FaultAction.Answer(400, Map.of(), "{}"))
            .times(1));
    Problems.of(this::upload);

    AssetUpload.Uploaded uploaded = upload();

    assertThat(uploaded.outcome()).isEqualTo(UploadOutcome.RESUMED);
    assertThat(lab.received("lcs", "CommitFileAsset")).hasSize(1);
    assertThat(library()).hasSize(1);
  }

  @Test
  void what_is_kept_is_sealed() throws IOException {
    failHalfway();

    try (Stream<Path> found = Files.walk(folder.resolve("home").resolve("uploads"))) {
      assertThat(found.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allSatisfy(
              kept ->
                  assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1))
                      .doesNotContain("sig", "https"));
    }
  }

  @Test
  void a_run_beside_another_one_of_the_same_upload_makes_an_asset_of_its_own() {
    failHalfway();
    Shelf drafts = shelf().part("unfinished");
    String name = draftName();

    try (Shelf.Held held = drafts.hold(name).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(upload().outcome()).isEqualTo(UploadOutcome.SENT);
    }
    assertThat(upload().outcome()).isEqualTo(UploadOutcome.RESUMED);
  }

  @Test
  void a_small_file_leaves_nothing() throws IOException {
    Files.write(file, new byte[1000]);

    Problem problem = failHalfway();

    assertThat(problem.details()).doesNotContainKey("resumable");
    assertThat(upload().outcome()).isEqualTo(UploadOutcome.SENT);
  }

  private Problem failHalfway() {
    lab.answer(
        Fault.once("blob", "PUT", "", new FaultAction.Answer(409, Map.of(), "<Error/>")).after(0));
    Problem problem = Problems.of(this::upload);
    assertThat(problem.code()).isEqualTo(ProblemCode.BLOB_REFUSED);
    lab.emulator.faults().clear();
    return problem;
  }

  private AssetUpload.Uploaded upload() {
    return run()
        .assetUpload()
        .run(Lab.PROJECT, new AssetUpload.Order(file, PACKAGE, "Release", null));
  }

  /** Lifeline as a new process has it. */
  private Lifeline run() {
    Lifeline lifeline =
        new Lifeline(
            connections().open("contoso"),
            lab.network(),
            new Surroundings(lab.time, new Random(1), UUID::randomUUID, lab.events::add));
    runs.add(lifeline);
    return lifeline;
  }

  private List<Asset> library() {
    return run()
        .assetSearch()
        .find(Lab.PROJECT, new AssetSearch.Query(PACKAGE, NamePattern.of("Release"), false, false));
  }

  private Shelf shelf() {
    return connections().open("contoso").memory().shelf().orElseThrow();
  }

  private String draftName() {
    String[] names = shelf().part("unfinished").path("").toFile().list();
    return Stream.of(names).filter(name -> name.matches("[0-9a-f]+")).findFirst().orElseThrow();
  }

  private ConnectionFolder connections() {
    return new ConnectionFolder(folder.resolve("home"), lab.time);
  }

  private void writeFile(int seed) throws IOException {
    byte[] content = new byte[9 * 1024 * 1024 + seed];
    new Random(seed).nextBytes(content);
    Files.write(file, content);
  }
}
