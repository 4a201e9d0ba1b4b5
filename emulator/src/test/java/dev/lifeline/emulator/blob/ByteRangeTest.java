package dev.lifeline.emulator.blob;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,     10, 1,  bytes 0-0/10",
    "bytes=0-9,     10, 10, bytes 0-9/10",
    "bytes=4-,      10, 6,  bytes 4-9/10",
    "bytes=4-99999, 10, 6,  bytes 4-9/10",
    "bytes=9-9,     10, 1,  bytes 9-9/10",
  })
  void a_range_ends_where_the_blob_ends(
      String header, long size, long length, String contentRange) {
    ByteRange range = ByteRange.of(header).orElseThrow();

    assertThat(range.lengthWithin(size)).isEqualTo(length);
    assertThat(range.contentRange(size)).isEqualTo(contentRange);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes", "bytes=-5", "bytes=5-4", "bytes=a-b", "items=0-1", "bytes=0-1,3-4"})
  void what_is_no_range_of_the_service_is_ignored(String header) {
    assertThat(ByteRange.of(header)).isEmpty();
  }

  @Test
  void a_range_past_the_end_covers_nothing() {
    ByteRange range = ByteRange.of("bytes=10-").orElseThrow();

    assertThat(range.beginsWithin(10)).isFalse();
  }
}
