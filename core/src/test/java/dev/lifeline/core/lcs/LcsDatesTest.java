package dev.lifeline.core.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LcsDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2021-06-03T15:10:00.0, 2021-06-03T15:10:00Z",
    "2021-06-03T15:10:00, 2021-06-03T15:10:00Z",
    "2021-06-03T15:10:00Z, 2021-06-03T15:10:00Z",
    "2021-06-03T15:10:00.1234567+02:00, 2021-06-03T13:10:00.123456700Z",
    "8/5/2021 11:00 PM, 2021-08-05T23:00:00Z",
    "12/31/2021 12:05 AM, 2021-12-31T00:05:00Z",
    "8/5/2021 11:00:07 PM, 2021-08-05T23:00:07Z",
    "' 8/5/2021  11:00\u202fpm ', 2021-08-05T23:00:00Z",
    "'Thursday, June 30, 2022 8:52:13 PM', 2022-06-30T20:52:13Z",
    "'Thursday, June 30, 2022 8:52 AM', 2022-06-30T08:52:00Z",
    "9999-12-31T23:59:59.9999999, 9999-12-31T23:59:59.999999900Z"
  })
  void each_spelling_of_a_time_is_read_as_utc(String text, Instant time) {
    assertThat(LcsDates.instant(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "31.12.2021",
        "2021-13-01T00:00:00",
        "Friday, June 30, 2022 8:52 AM"
      })
  void what_is_no_time_is_none(String text) {
    assertThat(LcsDates.instant(text)).isEmpty();
  }

  @Test
  void nothing_is_no_time() {
    assertThat(LcsDates.instant(null)).isEmpty();
  }
}
