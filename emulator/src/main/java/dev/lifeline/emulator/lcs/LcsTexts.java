package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.Guid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** The ways in which LCS writes ids and times: more than one of each. */
final class LcsTexts {

  /** The end of this API version, far away. */
  static final String VERSION_EOL = "9999-12-31T23:59:59.9999999";

  private static final DateTimeFormatter US =
      DateTimeFormatter.ofPattern("M/d/uuuu h:mm a", Locale.US).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.S", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LONG_US =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu h:mm:ss a", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TICKS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter IN_FILE_NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LcsTexts() {}

  /** An id as most answers have it. */
  static String dashed(UUID id) {
    return id.toString();
  }

  /** An id as the others have it. */
  static String digits(UUID id) {
    return Guid.digits(id);
  }

  /** UTC without saying so, as in {@code 8/5/2021 11:00 PM}. */
  static String usDate(Instant instant) {
    return US.format(instant);
  }

  /** UTC without a zone, as in {@code 2021-06-03T15:10:00.0}. */
  static String plainDate(Instant instant) {
    return PLAIN.format(instant);
  }

  /** UTC without saying so, as in {@code Thursday, June 30, 2022 8:52:13 PM}. */
  static String longUsDate(Instant instant) {
    return LONG_US.format(instant);
  }

  /** UTC without a zone, as in {@code 2020-08-17T09:52:45.297}. */
  static String millisDate(Instant instant) {
    return MILLIS.format(instant);
  }

  /** UTC without a zone, as in {@code 2019-09-30T04:01:01.9999999}. */
  static String ticksDate(Instant instant) {
    return TICKS.format(instant);
  }

  /** UTC as it stands in a file name: {@code 20210805-100102}. */
  static String fileNameDate(Instant instant) {
    return IN_FILE_NAME.format(instant);
  }
}
