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
}
