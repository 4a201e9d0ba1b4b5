package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Crc64Test {
  @Test
  void the_check_value_of_the_sheet_holds() {
    assertThat(of("123456789".getBytes(StandardCharsets.US_ASCII), 9))
        .isEqualTo(0xAE8B14860A799888L);
    assertThat(Crc64.header(0xAE8B14860A799888L)).isEqualTo("iJh5CoYUi64=");
  }

  @Property(tries = 200)
  void however_the_bytes_are_cut_the_value_is_that_of_one_bit_after_the_other(
      @ForAll byte[] bytes, @ForAll int anywhere) {
    int cut = bytes.length == 0 ? 0 : Math.floorMod(anywhere, bytes.length);

    assertThat(of(bytes, cut)).isEqualTo(bitwise(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 131_072, 200_003, 1_000_001})
  void a_buffer_outside_the_heap_and_longer_than_what_is_taken_at_once_counts_the_same(int length) {
    byte[] bytes = random(length);
    Crc64 crc = new Crc64();

    crc.update(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());

    assertThat(crc.value()).isEqualTo(bitwise(bytes));
  }

  @Test
  void buffers_that_end_within_words_and_begin_anywhere_in_them_count_the_same() {
    byte[] bytes = random(300_000);
    Crc64 crc = new Crc64();

    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + at % 9_973);
      crc.update(ByteBuffer.wrap(bytes, at, length));
      at += length;
    }

    assertThat(crc.value()).isEqualTo(bitwise(bytes));
  }

  @Test
  void after_a_value_it_begins_anew() {
    Crc64 crc = new Crc64();
    crc.update(ByteBuffer.wrap(random(100_003)));
    crc.value();

    crc.update(ByteBuffer.wrap(random(70_001)));

    assertThat(crc.value()).isEqualTo(bitwise(random(70_001)));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static long of(byte[] bytes, int cut) {
    Crc64 crc = new Crc64();
    crc.update(ByteBuffer.wrap(bytes, 0, cut));
    crc.update(ByteBuffer.wrap(bytes, cut, bytes.length - cut));
    return crc.value();
  }

  private static long bitwise(byte[] bytes) {
    long crc = -1;
    for (byte it : bytes) {
      crc ^= it & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x9A6C9329AC4BC9B5L;
      }
    }
    return ~crc;
  }
}
