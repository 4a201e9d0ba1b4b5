package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
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
    try (PartialFile partial = PartialFile.beside(target, UUID.randomUUID())) {
      partial.write(new byte[] {1, 2, 3, 4}, 3);
      assertThat(target).doesNotExist();

      partial.complete(false);
    }

    assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(target.getParent()).isDirectoryContaining(it -> it.equals(target));
  }

  @Test
  void a_file_that_is_not_completed_leaves_nothing() {
    try (PartialFile partial = PartialFile.beside(folder.resolve("b.zip"), UUID.randomUUID())) {
      partial.write(new byte[] {1, 2, 3}, 3);
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_where_a_folder_should_be_cannot_be_written_beside() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(
            Problems.of(() -> PartialFile.beside(file.resolve("b.zip"), UUID.randomUUID())).code())
        .isEqualTo(ProblemCode.TARGET_NOT_WRITABLE);
  }

  @Test
  void a_name_that_is_taken_is_kept() throws IOException {
    Path target = Files.writeString(folder.resolve("b.zip"), "old");

    assertThat(
            Problems.of(
                    () -> {
                      try (PartialFile partial = PartialFile.beside(target, UUID.randomUUID())) {
                        partial.complete(false);
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
      BlobCalls calls = new BlobCalls(lab.way, lab.downloadUrl(), UUID::randomUUID, lab.time);

      ProblemCode code =
          Problems.of(
                  () -> {
                    try (PartialFile partial = new PartialFile(half, target, full)) {
                      new BlobDownload(calls, lab.retries, partial, "copy.zip").fetch();
                    }
                  })
              .code();

      assertThat(code).isEqualTo(ProblemCode.DISK_FULL);
      assertThat(folder).isEmptyDirectory();
    }
  }
}
