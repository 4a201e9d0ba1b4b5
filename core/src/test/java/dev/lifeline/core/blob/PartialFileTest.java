package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.model.TransferSettings;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PartialFileTest {
  @TempDir Path folder;

  @Test
  void a_file_stands_under_its_name_only_when_it_is_complete() throws IOException {
    Path target = folder.resolve("a").resolve("b.zip");
    try (PartialFile partial = PartialFile.beside(target)) {
      partial.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 0, 3));
      assertThat(target).doesNotExist();

      partial.complete(3, false);
    }

    assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(target.getParent()).isDirectoryContaining(it -> it.equals(target));
  }

  @Test
  void what_is_not_completed_is_there_for_the_next_run() {
    try (PartialFile partial = PartialFile.beside(folder.resolve("b.zip"))) {
      partial.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }

    try (PartialFile again = PartialFile.beside(folder.resolve("b.zip"))) {
      assertThat(again.isEmpty()).isFalse();
      again.discard();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void one_run_at_a_time_fetches_a_file() {
    Path target = folder.resolve("b.zip");
    try (PartialFile first = PartialFile.beside(target)) {
      assertThat(Problems.of(() -> PartialFile.beside(target).close()).message())
          .contains("is being downloaded already");
      assertThat(first.isEmpty()).isTrue();
    }
  }

  @Test
  void a_link_does_not_lead_it_elsewhere() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("precious"), "kept");
    Files.createSymbolicLink(folder.resolve(".b.zip.lifeline-part"), elsewhere);

    assertThat(Problems.of(() -> PartialFile.beside(folder.resolve("b.zip"))).code())
        .isEqualTo(ProblemCode.TARGET_NOT_WRITABLE);
    assertThat(elsewhere).hasContent("kept");
  }

  @Test
  void a_file_where_a_folder_should_be_cannot_be_written_beside() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(Problems.of(() -> PartialFile.beside(file.resolve("b.zip"))).code())
        .isEqualTo(ProblemCode.TARGET_NOT_WRITABLE);
  }

  @Test
  void a_name_that_is_taken_is_kept() throws IOException {
    Path target = Files.writeString(folder.resolve("b.zip"), "old");

    assertThat(
            Problems.of(
                    () -> {
                      try (PartialFile partial = PartialFile.beside(target)) {
                        partial.complete(0, false);
                      }
                    })
                .code())
        .isEqualTo(ProblemCode.TARGET_EXISTS);
    assertThat(target).hasContent("old");
  }

  @Test
  void a_folder_at_the_target_is_never_replaced() {
    assertThat(Problems.of(() -> TargetFile.requireFree(folder, true)).code())
        .isEqualTo(ProblemCode.TARGET_EXISTS);
  }

  @Test
  @EnabledOnOs(OS.LINUX) // other systems have no device that is always full
  void a_full_disk_ends_a_download_without_a_half_file() throws Exception {
    Path half = Files.createFile(folder.resolve("half"));
    Path target = folder.resolve("copy.zip");
    FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    try (BlobLab lab = BlobLab.emulator(InstantSource.system().instant())) {
      lab.storage.put(BlobLab.BLOB, BlobLab.content(5000));
      DownloadOrder order =
          new DownloadOrder(
              SasSource.of(lab.downloadUrl()), target, false, TransferSettings.DEFAULTS);

      ProblemCode code =
          Problems.of(
                  () ->
                      new BlobDownload(lab.way, lab.retries, new BlobCalls(UUID::randomUUID), order)
                          .into(new PartialFile(half, target, full)))
              .code();

      assertThat(code).isEqualTo(ProblemCode.DISK_FULL);
      assertThat(folder).isEmptyDirectory();
    }
  }
}
