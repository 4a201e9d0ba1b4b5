package dev.lifeline.cli.shell;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type; what cannot be understood is VALUE_MALFORMED. */
public final class Values {
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
    return read(what, text, Durations::parse);
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
}
