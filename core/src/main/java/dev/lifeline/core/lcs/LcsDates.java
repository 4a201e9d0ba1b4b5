package dev.lifeline.core.lcs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which LCS writes a time: ISO with or without a zone (then UTC), US date text, and
 * English long date text.
 */
final class LcsDates {
  private static final DateTimeFormatter US = formatter("M/d/yyyy h:mm[:ss] a");
  private static final DateTimeFormatter LONG_US = formatter("EEEE, MMMM d, yyyy h:mm[:ss] a");
  private static final List<Function<String, Instant>> READERS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDateTime.parse(text, US).toInstant(ZoneOffset.UTC),
          text -> LocalDateTime.parse(text, LONG_US).toInstant(ZoneOffset.UTC));
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private LcsDates() {}

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US);
  }

  /** The time; empty when there is none or it is written in a way not seen before. */
  static Optional<Instant> instant(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String plain = BLANKS.matcher(text).replaceAll(" ").strip();
    return READERS.stream().flatMap(reader -> read(reader, plain).stream()).findFirst();
  }

  private static Optional<Instant> read(Function<String, Instant> reader, String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
