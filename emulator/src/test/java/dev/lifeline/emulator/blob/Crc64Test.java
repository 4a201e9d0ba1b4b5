package dev.lifeline.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Crc64Test {
  @Test
  void the_check_value_is_that_of_crc_64_nvme() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    var crc = new Crc64();

    crc.update(digits, 0, digits.length);

    assertThat(crc.value()).isEqualTo(0xAE8B14860A799888L);
  }

  @Test
  void the_header_holds_the_bytes_little_endian() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    var crc = new Crc64();

    crc.update(digits, 0, digits.length);

    assertThat(crc.base64()).isEqualTo("iJh5CoYUi64=");
  }

  @Property(tries = 200)
  void bytes_in_two_parts_have_the_checksum_of_the_whole(
      @ForAll byte[] bytes, @ForAll int position) {
    int split = Math.floorMod(position, bytes.length + 1);
    var whole = new Crc64();
    var parts = new Crc64();

    whole.update(bytes, 0, bytes.length);
    parts.update(bytes, 0, split);
    parts.update(bytes, split, bytes.length - split);

    assertThat(parts.value()).isEqualTo(whole.value());
  }
}
