package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download that was cut off within a range. */
final class DownloadResumeTest {
  private static final int BYTES = 4 * 1024 * 1024;
  private static final TransferSettings ONE_RANGE =
      new TransferSettings(BYTES, 1, BlockCheck.CRC64);

  @TempDir Path folder;
  private BlobLab lab;
  private Path target;

  @BeforeEach
  void begin() throws IOException {
    lab = BlobLab.emulator(InstantSource.system().instant());
    lab.storage.put(BlobLab.BLOB, BlobLab.content(BYTES));
    target = folder.resolve("downloads/copy.zip");
    Thread downloader = Thread.currentThread();
    lab.way.inTheBody =
        (request, body) ->
            new CutBody(
                body,
                BYTES / 2,
                () -> {
                  downloader.interrupt();
                  throw new IOException("cut");
                });

    ProblemCode code = Problems.of(() -> fetch()).code();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(code).isEqualTo(ProblemCode.INTERRUPTED);
    lab.way.inTheBody = (request, body) -> body;
    lab.way.requests.clear();
  }

  @AfterEach
  void end() throws IOException {
    lab.close();
  }

  @Test
  void the_next_run_goes_on_within_the_range() {
    fetch();

    assertThat(from()).isBetween(BYTES / 2L - 512 * 1024, BYTES / 2L);
    assertThat(target).hasBinaryContent(BlobLab.content(BYTES));
  }

  @Test
  void a_note_that_was_cut_off_or_makes_no_sense_is_not_believed() throws IOException {
    Path journal = journal();
    Files.writeString(journal, Files.readString(journal) + "0 99999999999;\n7 1;\n0 10485");

    fetch();

    assertThat(from()).isZero();
    assertThat(target).hasBinaryContent(BlobLab.content(BYTES));
  }

  private Path journal() throws IOException {
    try (var files = Files.list(Objects.requireNonNull(target.getParent()))) {
      return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }

  /** Where the first request of the second run began. */
  private long from() {
    String range = lab.way.requests.get(0).headers().get("x-ms-range");
    return Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
  }

  private Received fetch() {
    return lab.download(lab.downloadUrl(), target, ONE_RANGE);
  }
}
