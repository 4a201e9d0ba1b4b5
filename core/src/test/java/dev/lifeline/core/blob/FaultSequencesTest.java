package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Faults in any order: afterwards all is there, or nothing and a word on what to do. */
final class FaultSequencesTest {
  private static final int BYTES = 9500;

  /** What happens to one request. */
  enum Fate {
    FINE,
    BUSY,
    TOO_MANY,
    BROKEN,
    UNREACHABLE,
    LOST_BEFORE,
    LOST_AFTER,
    DAMAGED,
    CUT
  }

  @Property(tries = 100)
  void an_upload_arrives_whole_or_not_at_all_and_the_next_run_ends_it(
      @ForAll @Size(max = 60) List<Fate> fates) throws IOException {
    inLab(
        (lab, folder) -> {
          Path file = BlobLab.file(folder, BYTES);
          Path journal = folder.resolve("journal");
          AtomicInteger number = new AtomicInteger();
          lab.way.onTheWayThere = (sent, onwards) -> there(next(fates, number), sent, onwards);

          boolean arrived = ends(() -> lab.upload(file, lab.uploadUrl(), journal).sizeBytes());

          if (!arrived) {
            assertThat(lab.storage.size(BlobLab.BLOB)).isEmpty();
            lab.way.onTheWayThere = (sent, onwards) -> onwards.send(sent);
            lab.upload(file, lab.uploadUrl(), journal);
          }
          lab.download(folder.resolve("copy.zip"));
          assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
        });
  }

  @Property(tries = 100)
  void a_download_arrives_whole_or_not_at_all_and_the_next_run_ends_it(
      @ForAll @Size(max = 60) List<Fate> fates) throws IOException {
    inLab(
        (lab, folder) -> {
          Path file = BlobLab.file(folder, BYTES);
          lab.upload(file);
          Path target = folder.resolve("copy.zip");
          AtomicInteger number = new AtomicInteger();
          lab.way.onTheWayBack = (request, head) -> back(next(fates, number), head);
          lab.way.inTheBody =
              (request, body) -> next(fates, number) == Fate.CUT ? CutBody.cut(body, 300) : body;

          boolean arrived = ends(() -> lab.download(target).sizeBytes());

          if (!arrived) {
            assertThat(target).doesNotExist();
            lab.way.onTheWayBack = (request, head) -> head;
            lab.way.inTheBody = (request, body) -> body;
            lab.download(target);
          }
          assertThat(target).hasSameBinaryContentAs(file);
        });
  }

  @Test
  void a_network_that_is_away_for_a_minute_does_not_end_an_upload() throws IOException {
    inLab(
        (lab, folder) -> {
          Path file = BlobLab.file(folder, BYTES);
          Instant again = lab.time.instant().plusSeconds(60);
          lab.way.onTheWayThere =
              (sent, onwards) -> {
                requireNetwork(lab, again);
                return onwards.send(sent);
              };

          lab.upload(file);

          assertThat(lab.storage.size(BlobLab.BLOB)).hasValue(BYTES);
        });
  }

  @Test
  void a_network_that_is_away_for_a_minute_does_not_end_a_download() throws IOException {
    inLab(
        (lab, folder) -> {
          Path file = BlobLab.file(folder, BYTES);
          lab.upload(file);
          Instant again = lab.time.instant().plusSeconds(60);
          lab.way.onTheWayBack =
              (request, head) -> {
                requireNetwork(lab, again);
                return head;
              };

          lab.download(folder.resolve("copy.zip"));

          assertThat(folder.resolve("copy.zip")).hasSameBinaryContentAs(file);
        });
  }

  @Test
  void a_store_that_refuses_one_request_in_five_for_a_while_is_obeyed() throws IOException {
    inLab(
        (lab, folder) -> {
          Path file = BlobLab.file(folder, BYTES);
          AtomicInteger number = new AtomicInteger();
          lab.way.onTheWayThere =
              (sent, onwards) ->
                  number.incrementAndGet() % 5 == 0
                      ? new Answer(503, Map.of("retry-after", "7"), "")
                      : onwards.send(sent);

          lab.upload(file);

          assertThat(lab.storage.size(BlobLab.BLOB)).hasValue(BYTES);
          assertThat(lab.time.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        });
  }

  private static void requireNetwork(BlobLab lab, Instant again) {
    if (lab.time.instant().isBefore(again)) {
      throw Problem.of(ProblemCode.UNREACHABLE, "no network").raise();
    }
  }

  private static Fate next(List<Fate> fates, AtomicInteger number) {
    int index = number.getAndIncrement();
    return index < fates.size() ? fates.get(index) : Fate.FINE;
  }

  private static Answer there(Fate fate, Mishaps.Sent sent, Mishaps.Onwards onwards) {
    return switch (fate) {
      case FINE, CUT -> onwards.send(sent);
      case BUSY -> new Answer(503, Map.of("x-ms-error-code", "ServerBusy"), "");
      case TOO_MANY -> new Answer(429, Map.of("retry-after", "3"), "");
      case BROKEN -> new Answer(500, Map.of("x-ms-error-code", "InternalError"), "");
      case UNREACHABLE -> throw Problem.of(ProblemCode.UNREACHABLE, "no way").raise();
      case LOST_BEFORE -> throw Problem.of(ProblemCode.ANSWER_LOST, "lost").raise();
      case LOST_AFTER -> {
        onwards.send(sent);
        throw Problem.of(ProblemCode.ANSWER_LOST, "lost").raise();
      }
      case DAMAGED -> onwards.send(sent.isBlock() ? sent.damaged() : sent);
    };
  }

  private static Answer back(Fate fate, Answer head) {
    return switch (fate) {
      case FINE, CUT, DAMAGED -> head;
      case BUSY -> new Answer(503, Map.of("x-ms-error-code", "ServerBusy"), "");
      case TOO_MANY -> new Answer(429, Map.of("retry-after", "3"), "");
      case BROKEN -> new Answer(500, Map.of("x-ms-error-code", "InternalError"), "");
      case UNREACHABLE -> throw Problem.of(ProblemCode.UNREACHABLE, "no way").raise();
      case LOST_BEFORE, LOST_AFTER -> throw Problem.of(ProblemCode.ANSWER_LOST, "lost").raise();
    };
  }

  /** Whether it ended well; else the failure says something to do. */
  private static boolean ends(LongSupplier transfer) {
    try {
      return transfer.getAsLong() == BYTES;
    } catch (LifelineException e) {
      assertThat(e.problem().message()).isNotBlank();
      return false;
    }
  }

  @FunctionalInterface
  private interface Experiment {
    void run(BlobLab lab, Path folder) throws IOException;
  }

  private static void inLab(Experiment experiment) throws IOException {
    Path folder = Files.createTempDirectory("lifeline-faults");
    try (BlobLab lab = BlobLab.emulator(InstantSource.system().instant())) {
      experiment.run(lab, folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
