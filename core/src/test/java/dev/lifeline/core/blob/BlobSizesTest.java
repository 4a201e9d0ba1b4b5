package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.BlockCheck;
import dev.lifeline.core.model.TransferSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobSizesTest {
  private static BlobLab lab;
  private static Path folder;

  @BeforeContainer
  static void start() throws Exception {
    lab = BlobLab.emulator(InstantSource.system().instant());
    folder = Files.createTempDirectory("sizes");
  }

  @AfterContainer
  static void stop() throws Exception {
    lab.close();
    Files.deleteIfExists(folder.resolve("source.zip"));
    Files.delete(folder);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void a_file_whose_size_lies_around_a_border_between_blocks_comes_back_as_it_was_sent(
      @ForAll("sizesAroundBorders") int bytes) throws Exception {
    Path file = BlobLab.file(folder, bytes);
    Path copy = folder.resolve("copy.zip");

    lab.upload(file);
    lab.download(copy);

    assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
    Files.delete(copy);
  }

  @Provide
  Arbitrary<Integer> sizesAroundBorders() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9), Arbitraries.integers().between(-2, 2))
        .as((blocks, off) -> blocks * BlobLab.BLOCK_BYTES + off);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1048576",
    "67108864, 1048576",
    "67108865, 2097152",
    "10737418240, 8388608",
    "419430400000, 8388608",
    "419430400001, 8388609",
    "1000000000000, 20000000"
  })
  void blocks_suit_the_file_and_are_never_more_than_50000(long fileBytes, int blockBytes) {
    assertThat(TransferSettings.DEFAULTS.blockBytesFor(fileBytes)).isEqualTo(blockBytes);
  }

  @Test
  void a_chosen_size_is_kept_as_long_as_50000_blocks_are_enough() {
    TransferSettings chosen = new TransferSettings(1_000_000, 0, BlockCheck.CRC64);

    assertThat(chosen.blockBytesFor(1)).isEqualTo(1_000_000);
    assertThat(chosen.blockBytesFor(100_000_000_000L)).isEqualTo(2_000_000);
  }
}
