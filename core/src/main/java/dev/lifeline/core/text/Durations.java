package dev.lifeline.core.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them. */
public final class Durations {
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");

  private Durations() {}

  /**
   * Reads a duration such as {@code 90s}, {@code 5m}, {@code 1h30m} or {@code 2d}; more than zero.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Duration parse(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration such as 90s, 5m or 1h30m");
    }
    Duration duration =
        Duration.ofDays(number(matcher.group(1)))
            .plusHours(number(matcher.group(2)))
            .plusMinutes(number(matcher.group(3)))
            .plusSeconds(number(matcher.group(4)));
    if (duration.isZero()) {
      throw new IllegalArgumentException("'" + text + "' is not more than zero");
    }
    return duration;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
