package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Request;
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
          (request, onwards) -> onwards.send(isBlock(request) ? damaged(request) : request);

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
          (request, onwards) ->
              number.getAndIncrement() % 2 == 0
                  ? new Answer(503, Map.of("x-ms-error-code", "ServerBusy"), "")
                  : onwards.send(request);

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
          (request, onwards) -> {
            Answer answer = onwards.send(request);
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
      lab.way.onTheWayThere = (request, onwards) -> new Answer(503, Map.of(), "");

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

      lab.download(folder.resolve("copy.zip"));

      assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
      assertThat(lab.way.requests).hasSize(3);
      assertThat(lab.way.requests.get(1).headers())
          .containsEntry("x-ms-range", "bytes=2000-")
          .containsKey("If-Match");
      assertThat(lab.way.requests.get(2).headers()).containsEntry("x-ms-range", "bytes=4000-");
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
  void a_blob_that_is_replaced_meanwhile_is_not_mixed_with_the_old_one(Store store)
      throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 5500));
      lab.way.inTheBody =
          (request, body) ->
              new CutBody(
                  body,
                  2000,
                  () -> {
                    lab.storage.put(BlobLab.BLOB, BlobLab.content(5501));
                    throw new IOException("cut");
                  });

      Problem problem = Problems.of(() -> lab.download(target()));

      assertThat(problem.code()).isEqualTo(ProblemCode.CONTENT_DAMAGED);
      assertThat(problem.message()).contains("replaced");
      assertThat(target().getParent()).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_stored_checksum_that_does_not_fit_leaves_nothing(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.way.onTheWayThere =
          (request, onwards) ->
              onwards.send(
                  isBlock(request)
                      ? request
                      : request.header("x-ms-blob-content-md5", "AAAAAAAAAAAAAAAAAAAAAA=="));
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
          (request, onwards) -> {
            append(file);
            return onwards.send(request);
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
          (request, onwards) -> {
            touch(file);
            return onwards.send(request);
          };

      assertThat(Problems.of(() -> lab.upload(file)).code()).isEqualTo(ProblemCode.FILE_CHANGED);
      assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupted_download_leaves_nothing(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      lab.upload(BlobLab.file(folder, 5500));
      lab.way.inTheBody =
          (request, body) -> new CutBody(body, 2000, () -> Thread.currentThread().interrupt());

      Problem problem = Problems.of(() -> lab.download(target()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
      assertThat(target().getParent()).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupted_upload_is_not_put_together(Store store) throws Exception {
    try (BlobLab lab = store.open(azurite)) {
      Thread uploader = Thread.currentThread();
      AtomicInteger number = new AtomicInteger();
      lab.way.onTheWayThere =
          (request, onwards) -> {
            if (number.getAndIncrement() == 0) {
              uploader.interrupt();
            }
            return onwards.send(request);
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

  private static boolean isBlock(Request request) {
    return request.uri().getRawQuery().contains("comp=block&");
  }

  private static Request damaged(Request request) {
    int length = request.body().length();
    return new Request(
        request.method(),
        request.uri(),
        request.headers(),
        Body.bytes(new byte[length], length),
        request.repeat());
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
}
