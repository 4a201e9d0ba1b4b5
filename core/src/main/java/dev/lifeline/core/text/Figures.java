package dev.lifeline.core.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes, rates and durations for people. */
public final class Figures {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  /** What would be written as 1024 goes into the next unit, what as 10.0 loses its decimal. */
  private static final double ROUNDED_UP = 1023.5;

  private static final double TWO_DIGITS = 9.95;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** A size, such as {@code 3.4 MiB}. */
  public static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= ROUNDED_UP && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(
            Locale.ROOT, value < TWO_DIGITS ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /** A duration, such as {@code 0.4 s}, {@code 3 min 5 s} or {@code 2 h 10 min}. */
  public static String duration(Duration duration) {
    double exact = duration.toMillis() / 1000.0;
    if (exact < TWO_DIGITS) {
      return String.format(Locale.ROOT, "%.1f s", exact);
    }
    long seconds = Math.max(10, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** A time to the minute, in UTC without saying so: {@code 2026-11-22 10:15}. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** How long ago something was, to the day: {@code today}, {@code 1 day}, {@code 12 days}. */
  public static String age(Duration age) {
    long days = age.toDays();
    if (days == 0) {
      return "today";
    }
    return days == 1 ? "1 day" : days + " days";
  }

  /** Seconds with milliseconds, for JSON. */
  public static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
