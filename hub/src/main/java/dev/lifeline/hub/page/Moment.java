package dev.lifeline.hub.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as pages hold them: in UTC, which the script puts into the viewer's own zone. */
public final class Moment {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Moment() {}

  /** To the minute. */
  public static String utc(Instant at) {
    return UTC.format(at);
  }
}
