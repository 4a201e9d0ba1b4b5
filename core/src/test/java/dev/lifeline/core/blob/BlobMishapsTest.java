package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.emulator.peers.Azurite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on the way, before the emulator's blob service and before Azurite alike. */
class BlobMishapsTest {
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

  @ParameterizedTest
  @EnumSource
  void a_block_that_was_damaged_on_the_way_is_refused(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.way.onTheWayThere =
          (sent, onwards) -> onwards.send(sent.isBlock() ? sent.damaged() : sent);

      Problem problem = Problems.of(() -> lab.upload(BlobLab.file(folder, 1500)));

      // Azurite has another code for it than the real service
      assertThat(problem.code())
          .isEqualTo(
              store == Store.AZURITE ? ProblemCode.BLOB_REFUSED : ProblemCode.CONTENT_DAMAGED);
      assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void passing_faults_of_the_store_do_not_end_an_upload(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      AtomicInteger number = new AtomicInteger();
      lab.way.onTheWayThere =
          (sent, onwards) ->
              number.getAndIncrement() % 2 == 0
                  ? new Answer(503, Map.of("x-ms-error-code", "ServerBusy"), "")
                  : onwards.send(sent);

      lab.upload(BlobLab.file(folder, 5500));

      assertThat(lab.storage.size(BlobLab.BLOB)).hasValue(5500);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lost_answers_to_blocks_and_to_the_list_do_not_end_an_upload(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      AtomicInteger number = new AtomicInteger();
      lab.way.onTheWayThere =
          (sent, onwards) -> {
            Answer answer = onwards.send(sent);
            if (number.getAndIncrement() % 2 == 0) {
              throw Problem.of(ProblemCode.ANSWER_LOST, "lost").raise();
            }
            return answer;
          };
      Path file = BlobLab.file(folder, 5500);

      lab.upload(file);

      lab.download(folder.resolve("copy.zip"));
      assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_store_that_stays_busy_ends_the_upload(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.way.onTheWayThere = (sent, onwards) -> new Answer(503, Map.of(), "");

      assertThat(Problems.of(() -> lab.upload(BlobLab.file(folder, 1500))).code())
          .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_download_that_is_cut_goes_on_where_it_was_as_long_as_the_blob_is_the_same(Store store)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 5500);
      lab.upload(file);
      lab.way.requests.clear();
      lab.way.inTheBody =
          (request, body) -> lab.way.requests.size() < 3 ? CutBody.cut(body, 2000) : body;

      lab.download(lab.downloadUrl(), folder.resolve("copy.zip"), BlobLab.ONE_RANGE);

      assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
      assertThat(lab.way.requests).hasSize(3);
      assertThat(lab.way.requests.get(1).headers())
          .containsEntry("x-ms-range", "bytes=2000-5499")
          .containsKey("If-Match");
      assertThat(lab.way.requests.get(2).headers()).containsEntry("x-ms-range", "bytes=4000-5499");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_download_waits_as_long_as_a_busy_store_asks(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 1500));
      AtomicInteger number = new AtomicInteger();
      lab.way.onTheWayBack =
          (request, head) ->
              number.getAndIncrement() == 0
                  ? new Answer(503, Map.of("retry-after", "40"), "")
                  : head;

      lab.download(folder.resolve("copy.zip"));

      assertThat(lab.time.elapsed()).isEqualTo(Duration.ofSeconds(40));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_store_that_stays_busy_ends_the_download_and_leaves_nothing(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 1500));
      lab.way.onTheWayBack = (request, head) -> new Answer(503, Map.of(), "");

      assertThat(Problems.of(() -> lab.download(target())).code())
          .isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
      assertThat(target().getParent()).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_blob_that_is_replaced_meanwhile_is_fetched_anew_and_never_mixed(Store store)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 5500));
      AtomicInteger number = new AtomicInteger();
      lab.way.inTheBody =
          (request, body) ->
              number.getAndIncrement() > 0
                  ? body
                  : new CutBody(
                      body,
                      500,
                      () -> {
                        lab.storage.put(BlobLab.BLOB, BlobLab.content(5501));
                        throw new IOException("cut");
                      });

      lab.download(target());

      assertThat(target()).hasBinaryContent(BlobLab.content(5501));
      assertThat(target().getParent()).isDirectoryNotContaining("glob:**.lifeline-part*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_stored_checksum_that_does_not_fit_leaves_nothing(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.way.onTheWayThere =
          (sent, onwards) ->
              onwards.send(
                  sent.isBlock()
                      ? sent
                      : sent.header("x-ms-blob-content-md5", "AAAAAAAAAAAAAAAAAAAAAA=="));
      lab.upload(BlobLab.file(folder, 1500));

      Problem problem = Problems.of(() -> lab.download(target()));

      assertThat(problem.code()).isEqualTo(ProblemCode.CONTENT_DAMAGED);
      assertThat(target().getParent()).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_grows_while_it_is_sent_is_not_put_together(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 5500);
      lab.way.onTheWayThere =
          (sent, onwards) -> {
            append(file);
            return onwards.send(sent);
          };

      assertThat(Problems.of(() -> lab.upload(file)).code()).isEqualTo(ProblemCode.FILE_CHANGED);
      assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_is_written_anew_while_it_is_sent_is_not_put_together(Store store)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 1500);
      lab.way.onTheWayThere =
          (sent, onwards) -> {
            touch(file);
            return onwards.send(sent);
          };

      assertThat(Problems.of(() -> lab.upload(file)).code()).isEqualTo(ProblemCode.FILE_CHANGED);
      assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_download_that_was_interrupted_goes_on_where_it_was(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 9500);
      lab.upload(file);
      Thread downloader = Thread.currentThread();
      AtomicInteger number = new AtomicInteger();
      lab.way.inTheBody =
          (request, body) ->
              number.incrementAndGet() < 6
                  ? body
                  : new CutBody(
                      body,
                      0,
                      () -> {
                        downloader.interrupt();
                        throw new IOException("cut");
                      });
      Problem problem = Problems.of(() -> lab.download(target()));
      assertThat(Thread.interrupted()).isTrue();
      lab.way.inTheBody = (request, body) -> body;
      lab.way.requests.clear();

      lab.download(target());

      assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
      assertThat(target()).hasSameBinaryContentAs(file);
      assertThat(lab.way.requests).hasSizeBetween(1, 7);
      assertThat(target().getParent()).isDirectoryNotContaining("glob:**.lifeline-part*");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_upload_that_was_cut_off_goes_on_where_it_was(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 9500);
      Path journal = folder.resolve("journal");
      lab.way.onTheWayThere =
          (sent, onwards) ->
              sent.isBlock() && sent.blockIndex() > 5
                  ? new Answer(403, Map.of(), "enough")
                  : onwards.send(sent);
      Problem problem = Problems.of(() -> lab.upload(file, lab.uploadUrl(), journal));
      lab.way.onTheWayThere = (sent, onwards) -> onwards.send(sent);
      lab.way.requests.clear();

      lab.upload(file, lab.uploadUrl(), journal);

      assertThat(problem.code()).isEqualTo(ProblemCode.BLOB_REFUSED);
      assertThat(lab.way.blocks()).hasSizeBetween(4, 7);
      assertThat(journal).doesNotExist();
      lab.download(target());
      assertThat(target()).hasSameBinaryContentAs(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_journal_says_of_other_bytes_is_not_believed(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 9500);
      FileTime modified = Files.getLastModifiedTime(file);
      Path journal = folder.resolve("journal");
      failWhenAllBlocksAreThere(lab, file, journal);
      byte[] others = BlobLab.content(9500);
      others[4321]++;
      Files.write(file, others);
      Files.setLastModifiedTime(file, modified);
      lab.way.onTheWayThere = (sent, onwards) -> onwards.send(sent);

      lab.upload(file, lab.uploadUrl(), journal);

      lab.download(target());
      assertThat(target()).hasBinaryContent(others);
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocks_that_the_store_has_forgotten_are_sent_again(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Path file = BlobLab.file(folder, 3500);
      Path journal = folder.resolve("journal");
      failWhenAllBlocksAreThere(lab, file, journal);
      lab.storage.put(BlobLab.BLOB, new byte[1]); // which drops them
      lab.way.onTheWayThere = (sent, onwards) -> onwards.send(sent);

      lab.upload(file, lab.uploadUrl(), journal);

      lab.download(target());
      assertThat(target()).hasSameBinaryContentAs(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupted_upload_is_not_put_together(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Thread uploader = Thread.currentThread();
      AtomicInteger number = new AtomicInteger();
      lab.way.onTheWayThere =
          (sent, onwards) -> {
            if (number.getAndIncrement() == 0) {
              uploader.interrupt();
            }
            return onwards.send(sent);
          };

      Problem problem = Problems.of(() -> lab.upload(BlobLab.file(folder, 5500)));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
      assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
    }
  }

  private Path target() {
    return folder.resolve("downloads").resolve("copy.zip");
  }

  private static void append(Path file) {
    try {
      Files.write(file, new byte[3000], StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void failWhenAllBlocksAreThere(BlobLab lab, Path file, Path journal) {
    lab.way.onTheWayThere =
        (sent, onwards) -> sent.isBlock() ? onwards.send(sent) : new Answer(403, Map.of(), "no");
    assertThat(Problems.of(() -> lab.upload(file, lab.uploadUrl(), journal)).code())
        .isEqualTo(ProblemCode.BLOB_REFUSED);
  }
}
