package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import dev.lifeline.emulator.world.ReadyMadePackage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetLibraryTest {

  private static final String LIBRARY = "/box/fileasset/";

  private final Lab lab;

  AssetLibraryTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void an_asset_is_not_in_the_library_until_it_is_committed() throws Exception {
    Lab.Answer created = lab.create("release.zip", 10);
    lab.sendBytes(created);
    String id = created.text("Id");

    List<String> before = fileNames(list(10));
    Lab.Answer getBefore = get(id);
    Lab.Answer commit = lab.post(LIBRARY + "CommitFileAsset/1234567?assetId=" + id, null);

    assertThat(created.json())
        .containsEntry("FileName", "release.zip")
        .containsEntry("SizeByte", 0);
    assertThat(before).doesNotContain("release.zip");
    assertThat(getBefore.status()).isEqualTo(404);
    assertThat(commit.status()).isEqualTo(204);
    assertThat(fileNames(list(10))).contains("release.zip");
    assertThat(get(id).json()).containsEntry("SizeByte", "bytes".length());
  }

  @Test
  void an_upload_address_is_renewed_only_where_that_is_switched_on() throws Exception {
    Lab.Answer created = lab.create("release.zip", 10);
    String id = created.text("Id");

    Lab.Answer before = get(id);
    lab.order("/settings", Map.of("renewsUploads", true));
    Lab.Answer after = get(id);
    lab.order("/settings", Map.of("renewsUploads", false));

    assertThat(before.status()).isEqualTo(404);
    assertThat(after.text("FileLocation")).contains("sp=cw");
    assertThat(get(id).status()).isEqualTo(404);
  }

  @Test
  void what_was_uploaded_can_be_downloaded() throws Exception {
    String id = lab.upload("release.zip", 10);

    Lab.Answer file = lab.send(HttpRequest.newBuilder(URI.create(get(id).text("FileLocation"))));

    assertThat(file.body()).isEqualTo("bytes");
  }

  @Test
  void a_commit_without_the_bytes_is_refused() throws Exception {
    String id = lab.create("release.zip", 10).text("Id");

    Lab.Answer commit = lab.post(LIBRARY + "CommitFileAsset/1234567?assetId=" + id, null);

    assertThat(commit.status()).isEqualTo(400);
    assertThat(commit.text("Message")).contains("has not been uploaded");
  }

  @Test
  void two_assets_of_one_name_are_two_assets() throws Exception {
    String first = lab.upload("release.zip", 10);
    String second = lab.upload("release.zip", 10);

    assertThat(first).isNotEqualTo(second);
    assertThat(fileNames(list(10))).filteredOn("release.zip"::equals).hasSize(2);
  }

  @Test
  void validation_goes_from_unknown_over_process_to_done() throws Exception {
    String id = lab.upload("release.zip", 10);

    assertThat(displayStatus(id)).isEqualTo("Unknown");
    lab.passMinutes(2);
    assertThat(displayStatus(id)).isEqualTo("Process");
    lab.passMinutes(5);
    assertThat(displayStatus(id)).isEqualTo("Done");
  }

  @Test
  void a_file_named_invalid_fails_its_validation() throws Exception {
    String id = lab.upload("invalid.zip", 10);

    lab.passMinutes(7);

    assertThat(displayStatus(id)).isEqualTo("Failed");
  }

  @Test
  void an_id_is_known_in_both_spellings() throws Exception {
    String dashed = lab.asset("contoso-release-1.zip").toString();
    String digits = dashed.replace("-", "").toUpperCase(java.util.Locale.ROOT);

    assertThat(get(digits).text("Id")).isEqualTo(dashed);
    assertThat(list(10).list())
        .anySatisfy(
            it -> assertThat(((Map<?, ?>) it).get("Id")).isEqualTo(dashed.replace("-", "")));
  }

  @Test
  void the_ready_made_package_has_real_bytes() throws Exception {
    String location = get(lab.asset("contoso-release-1.zip").toString()).text("FileLocation");

    Lab.Answer file = lab.send(HttpRequest.newBuilder(URI.create(location)));

    String expected = new String(ReadyMadePackage.RELEASE.content(), StandardCharsets.UTF_8);
    assertThat(file.body()).isEqualTo(expected).startsWith("PK");
  }

  @Test
  void shared_assets_have_no_location_until_they_are_fetched_in_a_project() throws Exception {
    Lab.Answer shared = lab.get(LIBRARY + "GetSharedAssets?fileType=10");

    Map<?, ?> asset = (Map<?, ?>) shared.list().get(0);
    assertThat(asset.get("FileLocation")).isNull();
    assertThat(get((String) asset.get("Id")).text("FileLocation")).startsWith("https://");
  }

  @Test
  void a_deleted_asset_is_gone() throws Exception {
    String id = lab.upload("release.zip", 10);

    Lab.Answer deleted = lab.post(LIBRARY + "DeleteFileAsset/1234567?assetId=" + id, null);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(get(id).status()).isEqualTo(404);
  }

  @Test
  void an_asset_of_another_project_is_unknown_here() throws Exception {
    assertThat(get(lab.asset("upgrade-release-1.zip").toString()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "C:\\Windows\\system.ini", "CON", "a\u0001b", "x y.zip"})
  void a_file_name_is_kept_as_it_was_sent(String fileName) throws Exception {
    String id = lab.upload(fileName, 10);

    assertThat(get(id).text("FileName")).isEqualTo(fileName);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 17, 99})
  void an_asset_of_a_type_that_cannot_be_uploaded_is_refused(int fileType) throws Exception {
    Lab.Answer created = lab.create("release.zip", fileType);

    assertThat(created.status()).isEqualTo(400);
    assertThat(created.text("Message")).contains("file type " + fileType);
  }

  @Test
  void an_asset_without_a_name_is_refused() throws Exception {
    Lab.Answer created =
        lab.post(LIBRARY + "CreateFileAsset/1234567", Map.of("FileName", "x", "FileType", 10));

    assertThat(created.text("Message")).isEqualTo("The field Name is required.");
  }

  @Test
  void a_reader_looks_but_adds_nothing() throws Exception {
    String reader = lab.token("reader");
    Map<String, Object> asset = Map.of("Name", "x", "FileName", "x", "FileType", 10);

    Lab.Answer look = lab.send(lab.lcs(LIBRARY + "GetAssets/1234567?fileType=10", reader));
    Lab.Answer add = lab.post(LIBRARY + "CreateFileAsset/1234567", asset, reader);

    assertThat(look.status()).isEqualTo(200);
    assertThat(add.status()).isEqualTo(403);
  }

  @Test
  void an_unknown_asset_is_not_found() throws Exception {
    assertThat(get(UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(get("nonsense").text("Message")).contains("nonsense");
  }

  private Lab.Answer get(String id) throws Exception {
    return lab.get(LIBRARY + "GetFileAsset/1234567?assetId=" + id);
  }

  private Lab.Answer list(int fileType) throws Exception {
    return lab.get(LIBRARY + "GetAssets/1234567?fileType=" + fileType);
  }

  private String displayStatus(String id) throws Exception {
    return lab.get(LIBRARY + "GetFileAssetValidationStatus/1234567?assetId=" + id)
        .text("DisplayStatus");
  }

  private static List<String> fileNames(Lab.Answer answer) {
    return answer.list().stream().map(it -> (String) ((Map<?, ?>) it).get("FileName")).toList();
  }
}
