package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Backoff;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries one piece of a file until it is through, or until patience ends. Thread-safe. */
final class Tries {
  private final Retries retries;
  private final Pace pace;
  private final String address;

  /**
   * @param address where to, for people, secrets masked
   */
  Tries(Retries retries, Pace pace, String address) {
    this.retries = retries;
    this.pace = pace;
    this.address = address;
  }

  /**
   * What came of one try, when it was not the end of it.
   *
   * @param failure what to fail with when there is no further try
   * @param asked how long the store asks to wait, or null
   * @param progress whether bytes arrived all the same
   */
  record Setback(LifelineException failure, @Nullable Duration asked, boolean progress) {}

  /** One try. */
  @FunctionalInterface
  interface Once {
    /**
     * Tries.
     *
     * @return empty when it is through
     * @throws LifelineException when there is no use in another try; UNREACHABLE and ANSWER_LOST
     *     count as setbacks
     */
    Optional<Setback> run();
  }

  /** Tries until it is through. */
  void until(Once once) {
    Backoff backoff = retries.begin();
    while (true) {
      Optional<Setback> setback = attempt(once);
      if (setback.isEmpty()) {
        return;
      }
      Setback back = setback.get();
      if (back.progress()) {
        backoff.progress();
      }
      if (back.asked() != null || back.failure().code() == ProblemCode.THROTTLED) {
        pace.throttled();
      }
      if (!backoff.pause(address, back.failure().problem().message(), back.asked())) {
        throw back.failure();
      }
    }
  }

  /**
   * The setback of an answer that may be another one next time.
   *
   * @throws LifelineException the failure, when it is for good
   */
  Setback setback(Answer answer, LifelineException failure, boolean progress) {
    if (!answer.isPassing()) {
      throw failure;
    }
    return new Setback(failure, answer.retryAfter(retries.time().instant()).orElse(null), progress);
  }

  private static Optional<Setback> attempt(Once once) {
    try {
      return once.run();
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.ANSWER_LOST || e.code() == ProblemCode.UNREACHABLE) {
        return Optional.of(new Setback(e, null, false));
      }
      throw e;
    }
  }
}
