package dev.lifeline.core.lcs;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LCS's words for a database API that was used up (LCS API: every request). DOC: the sentence is
 * "Maximum allowed API operations are 3 from 2019-09-30T04:01:01.9999999", in an answer of status
 * 200.
 *
 * @param operations how many there may be in 24 hours
 * @param from since when LCS counts, as it wrote it
 */
record DailyLimit(String operations, String from) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "maximum allowed api operations are (\\d+) from (.+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The limit that those words speak of. */
  static Optional<DailyLimit> in(@Nullable String words) {
    return Optional.ofNullable(words)
        .map(SENTENCE::matcher)
        .filter(Matcher::find)
        .map(found -> new DailyLimit(found.group(1), found.group(2).strip()));
  }

  /** The problem that it is. */
  Problem refuses(String does) {
    String time = LcsDates.instant(from).map(Instant::toString).orElse(from);
    return Problem.of(
            ProblemCode.DAILY_LIMIT,
            "LCS refused to " + does + ": it allows " + operations + " operations from " + time)
        .why(
            "The database API moves an environment's database only so often in 24 hours, and trying again is no help.")
        .fix("start it when the oldest of these operations is 24 hours old")
        .fix("the environment's history tells when they were: lifeline environment history")
        .detail("operations", operations)
        .detail("from", time);
  }
}
