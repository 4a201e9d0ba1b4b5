package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.peers.Azurite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads and downloads, before the emulator's blob service and before Azurite alike. */
class BlobTransferTest {
  private static Azurite azurite;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    azurite = Azurite.start();
  }

  @AfterAll
  static void stop() {
    azurite.close();
  }

  static Stream<Arguments> storesAndSizes() {
    return Stream.of(Store.values())
        .flatMap(
            store ->
                Stream.of(1, 999, 1000, 1001, 2000, 2001, 9999)
                    .map(bytes -> Arguments.of(store, bytes)));
  }

  @ParameterizedTest
  @MethodSource("storesAndSizes")
  void a_file_of_any_number_of_blocks_comes_back_as_it_was_sent(Store store, int bytes)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, bytes);

      Sent sent = lab.upload(file);
      Received received = lab.download(folder.resolve("copy.zip"));

      assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
      assertThat(sent).isEqualTo(new Sent(bytes, sha256(file)));
      assertThat(received).isEqualTo(new Received(bytes, sha256(file)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_blob_becomes_an_empty_file(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.storage.put(BlobLab.BLOB, new byte[0]);

      Received received = lab.download(folder.resolve("copy.zip"));

      assertThat(received.sizeBytes()).isZero();
      assertThat(folder.resolve("copy.zip")).isEmptyFile();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_upload_needs_no_right_to_read(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      assertThat(lab.uploadUrl().reveal().getRawQuery()).contains("sp=cw&");

      lab.upload(BlobLab.file(folder, 2500));

      assertThat(lab.storage.size(BlobLab.BLOB)).hasValue(2500);
      assertThat(lab.way.requests).extracting(Request::method).containsOnly("PUT");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytes_that_arrived_are_told_up_to_the_last(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 2500));

      assertThat(lab.events)
          .filteredOn(Event.Moved.class::isInstance)
          .last()
          .isEqualTo(new Event.Moved("source.zip", 2500, 2500));
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_address_that_has_expired_is_not_used(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      var upload = lab.uploadUrl();
      var download = lab.downloadUrl();
      lab.time.advance(Duration.ofHours(1));

      Problem sending = Problems.of(() -> lab.upload(BlobLab.file(folder, 1500), upload, null));
      Problem receiving = Problems.of(() -> lab.download(download, target(), BlobLab.SETTINGS));

      assertThat(sending.code()).isEqualTo(ProblemCode.SAS_EXPIRED);
      assertThat(receiving.code()).isEqualTo(ProblemCode.SAS_EXPIRED);
      assertThat(lab.way.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_address_that_expires_on_the_way_says_so(Store store) throws Exception {
    // two hours ago, so that Azurite, which has a clock of its own, finds it expired too
    try (BlobLab lab = store.openEarlier(azurite, Duration.ofHours(2))) {
      lab.way.onTheWayThere =
          (sent, onwards) -> {
            lab.time.advance(Duration.ofHours(2));
            return onwards.send(sent);
          };

      Problem problem = Problems.of(() -> lab.upload(BlobLab.file(folder, 1500)));

      assertThat(problem.code()).isEqualTo(ProblemCode.SAS_EXPIRED);
      assertThat(problem.toString()).doesNotContain("sig=");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_store_whose_clock_is_ahead_says_that_the_address_has_expired(Store store)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.way.onTheWayThere =
          (sent, onwards) ->
              new Answer(
                  403,
                  Map.of("x-ms-error-code", "AuthenticationFailed"),
                  "<Error><AuthenticationErrorDetail>Signature not valid in the specified time"
                      + " frame: Start [x] - Expiry [y] - Current [z]</AuthenticationErrorDetail></Error>");

      assertThat(Problems.of(() -> lab.upload(BlobLab.file(folder, 1500))).code())
          .isEqualTo(ProblemCode.SAS_EXPIRED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_appears_at_the_target_meanwhile_is_kept(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 1500));
      lab.way.inTheBody =
          (request, body) ->
              new CutBody(body, 0, () -> Files.writeString(target(), "somebody else's"));

      Problem problem = Problems.of(() -> lab.download(target()));

      assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_EXISTS);
      assertThat(target()).hasContent("somebody else's");
      assertThat(target().getParent()).isDirectoryContaining(it -> it.equals(target()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_is_replaced_when_that_is_wanted(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 1500);
      lab.upload(file);
      Files.createDirectories(target().getParent());
      Files.writeString(target(), "old");

      lab.client.download(
          new DownloadOrder(
              SasSource.of(lab.downloadUrl()), target(), true, TransferSettings.DEFAULTS));

      assertThat(target()).hasSameBinaryContentAs(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_blob_that_is_not_there_is_refused(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Problem problem = Problems.of(() -> lab.download(target()));

      assertThat(problem.code()).isEqualTo(ProblemCode.BLOB_REFUSED);
      assertThat(problem.message()).contains("BlobNotFound");
      assertThat(problem.toString()).doesNotContain("sig=");
    }
  }

  private Path target() {
    return folder.resolve("downloads").resolve("copy.zip");
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
