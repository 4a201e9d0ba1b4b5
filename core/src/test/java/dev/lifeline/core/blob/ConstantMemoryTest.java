package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantMemoryTest {
  private static final long SIZE_BYTES = 300L * 1024 * 1024;

  @TempDir Path folder;

  @Test
  void three_hundred_mebibytes_go_up_and_down_in_a_heap_of_forty_eight() throws Exception {
    Path file = folder.resolve("large.zip");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.write(BlobLab.content(5_000_000));
      large.setLength(SIZE_BYTES);
    }
    Path copy = folder.resolve("copy.zip");
    Path said = folder.resolve("said.txt");
    try (BlobLab lab = BlobLab.emulator(InstantSource.system().instant())) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx48m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TransferInLittleMemory.class.getName(),
                  lab.uploadUrl().reveal().toString(),
                  lab.downloadUrl().reveal().toString(),
                  file.toString(),
                  copy.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = program.waitFor(2, TimeUnit.MINUTES);
      program.destroyForcibly();

      assertThat(ended).isTrue();
      assertThat(Files.readString(said)).isEmpty();
      assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    }
  }
}
