package dev.lifeline.core.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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

  @Test
  void a_buffer_outside_the_heap_and_longer_than_what_is_copied_at_once_counts_the_same() {
    byte[] bytes = new byte[40_001];
    new Random(1).nextBytes(bytes);
    Crc64 crc = new Crc64();

    crc.update(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());

    assertThat(crc.value()).isEqualTo(bitwise(bytes));
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
