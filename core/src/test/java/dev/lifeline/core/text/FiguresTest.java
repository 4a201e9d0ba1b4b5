package dev.lifeline.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "10239, 10 KiB",
    "1048576, 1.0 MiB",
    "5000000, 4.8 MiB",
    "1073741823, 1.0 GiB",
    "1073741824, 1.0 GiB",
    "1099511627776, 1.0 TiB",
    "1125899906842624, 1024 TiB"
  })
  void sizes_are_in_binary_units(long bytes, String shown) {
    assertThat(Figures.size(bytes)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "420, 0.4 s",
    "9949, 9.9 s",
    "9999, 10 s",
    "10000, 10 s",
    "59999, 59 s",
    "60000, 1 min 0 s",
    "185000, 3 min 5 s",
    "3600000, 1 h 0 min",
    "7800000, 2 h 10 min",
    "90000000, 25 h 0 min"
  })
  void durations_are_as_long_as_they_need_to_be(long milliseconds, String shown) {
    assertThat(Figures.duration(Duration.ofMillis(milliseconds))).isEqualTo(shown);
  }

  @Test
  void seconds_in_json_have_milliseconds() {
    assertThat(Figures.seconds(Duration.ofMillis(1234))).isEqualTo(1.234);
  }

  @ParameterizedTest
  @CsvSource({"0, today", "23, today", "24, 1 day", "47, 1 day", "48, 2 days", "2184, 91 days"})
  void ages_are_counted_in_whole_days(long hours, String shown) {
    assertThat(Figures.age(Duration.ofHours(hours))).isEqualTo(shown);
  }
}
