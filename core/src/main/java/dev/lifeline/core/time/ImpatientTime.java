package dev.lifeline.core.time;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which nobody waits long: for whoever has much to do with few threads, and comes back
 * when it is time. Thread-safe.
 */
public final class ImpatientTime implements Time {
  private static final String POSSIBLE_AT = "possibleAt";

  private final Time time;
  private final Duration longest;

  /**
   * The same time, less its long waits.
   *
   * @param longest what is waited for all the same
   */
  public ImpatientTime(Time time, Duration longest) {
    this.time = time;
    this.longest = longest;
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  /**
   * Waits when that is short.
   *
   * @throws LifelineException POSTPONED when it is not; INTERRUPTED
   */
  @Override
  public void sleep(Duration duration) {
    if (duration.compareTo(longest) > 0) {
      throw postponedUntil(instant().plus(duration));
    }
    time.sleep(duration);
  }

  /** What says that something is possible at that time, and not before. */
  public static LifelineException postponedUntil(Instant instant) {
    return Problem.of(ProblemCode.POSTPONED, "it is too early; it is possible at " + instant)
        .why("Whoever asked for it does other things meanwhile.")
        .fix("ask for it again then")
        .detail(POSSIBLE_AT, instant.toString())
        .raise();
  }

  /** When it is possible; empty for any other failure. */
  public static Optional<Instant> possibleAt(LifelineException failure) {
    return failure.code() == ProblemCode.POSTPONED
        ? Optional.ofNullable(failure.problem().details().get(POSSIBLE_AT))
            .map(text -> Instant.parse(text.toString()))
        : Optional.empty();
  }
}
