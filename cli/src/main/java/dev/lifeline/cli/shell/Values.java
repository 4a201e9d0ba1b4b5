package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type; what cannot be understood is VALUE_MALFORMED. */
public final class Values {
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");

  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,10})([KMG]?)(?:i?B)?", Pattern.CASE_INSENSITIVE);

  private Values() {}

  /**
   * Reads a value.
   *
   * @param what what the value is, for people
   * @param reader throws IllegalArgumentException with a sentence when it cannot
   */
  public static <T> T read(String what, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              ProblemCode.VALUE_MALFORMED, "the " + what + " is malformed: " + e.getMessage())
          .why("Nothing was sent.")
          .fix("correct the value; see the command with --help")
          .raise(e);
    }
  }

  /**
   * Reads a duration such as {@code 90s}, {@code 5m}, {@code 1h30m} or {@code 2d}; more than zero.
   */
  public static Duration duration(String what, String text) {
    return read(what, text, Values::toDuration);
  }

  /**
   * A number of bytes such as {@code 8M}, {@code 8MiB} or {@code 8388608}; a K is 1024 bytes. What
   * is more than an int holds is {@link Integer#MAX_VALUE}.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static int bytes(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 8M or 512K");
    }
    int shift =
        switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
          case "K" -> 10;
          case "M" -> 20;
          case "G" -> 30;
          default -> 0;
        };
    long most = Integer.MAX_VALUE >> shift;
    long units = Long.parseLong(matcher.group(1));
    return units > most ? Integer.MAX_VALUE : (int) (units << shift);
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static int count(String text) {
    if (!text.strip().matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number");
    }
    return Integer.parseInt(text.strip());
  }

  /** A name as one word of a command line that can be pasted. */
  public static String word(String name) {
    return name.matches("[\\w.@-]+") ? name : "\"" + name + "\"";
  }

  private static Duration toDuration(String text) {
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
