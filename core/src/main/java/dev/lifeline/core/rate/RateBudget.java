package dev.lifeline.core.rate;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The calls that LCS allows, shared out among all who have the same ledger: a call that would be
 * too much waits for its turn, before LCS has to refuse it. Thread-safe.
 */
public final class RateBudget {
  /** Longer than any of the limits that are waited for. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(31);

  private final Ledger ledger;
  private final Caller caller;
  private final Time time;
  private final Listener listener;

  public RateBudget(Ledger ledger, Caller caller, Time time, Listener listener) {
    this.ledger = ledger;
    this.caller = caller;
    this.time = time;
    this.listener = listener;
  }

  /**
   * Waits until a call may be made, and counts it.
   *
   * @throws LifelineException INTERRUPTED, POSTPONED where nobody waits; THROTTLED when that would
   *     take more than half an hour
   */
  public void await(List<RateUse> uses) {
    List<Counter> counters = counters(uses, true);
    Optional<Turn> turn = take(counters);
    while (turn.isPresent()) {
      pause(turn.get());
      turn = take(counters);
    }
  }

  /** LCS throttled such a call: nobody makes another one for so long. */
  public void close(List<RateUse> uses, Duration asked) {
    List<Counter> counters = counters(uses, true);
    if (!counters.isEmpty()) {
      ledger.change(
          counters,
          calls -> {
            Instant until = time.instant().plus(asked);
            counters.forEach(counter -> calls.close(counter, until));
            return until;
          });
    }
  }

  /**
   * Counts a call whose limit is not waited for.
   *
   * @return what gives it back, when it turns out that nothing was done
   * @throws LifelineException DAILY_LIMIT when there is no call left; nothing was counted then
   */
  public Claim claim(List<RateUse> uses) {
    List<Counter> counters = counters(uses, false);
    if (counters.isEmpty()) {
      return Claim.NOTHING;
    }
    return ledger.change(
        counters,
        calls -> {
          Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
          calls.forget(now);
          latest(calls, counters, now)
              .ifPresent(
                  turn -> {
                    throw usedUp(turn);
                  });
          counters.forEach(counter -> calls.use(counter, now));
          return () -> giveBack(counters, now);
        });
  }

  /** A call that was counted. */
  @FunctionalInterface
  public interface Claim {
    /** Of a call that counts nowhere. */
    Claim NOTHING = () -> {};

    /** Nothing was done: the call does not count. */
    void giveBack();
  }

  private record Turn(Counter counter, Instant at) {}

  private void giveBack(List<Counter> counters, Instant made) {
    ledger.change(
        counters,
        calls -> {
          counters.forEach(counter -> calls.giveBack(counter, made));
          return made;
        });
  }

  /** Counts a call, or tells when it may be made and why not sooner. */
  private Optional<Turn> take(List<Counter> counters) {
    return counters.isEmpty()
        ? Optional.empty()
        : ledger.change(
            counters,
            calls -> {
              Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
              calls.forget(now);
              Optional<Turn> later = latest(calls, counters, now);
              if (later.isEmpty()) {
                counters.forEach(counter -> calls.use(counter, now));
              }
              return later;
            });
  }

  private static Optional<Turn> latest(UsedCalls calls, List<Counter> counters, Instant now) {
    return counters.stream()
        .map(counter -> new Turn(counter, calls.next(counter)))
        .filter(turn -> turn.at().isAfter(now))
        .max(Comparator.comparing(Turn::at));
  }

  private void pause(Turn turn) {
    Duration wait = Duration.between(time.instant(), turn.at());
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw Problem.of(
              ProblemCode.THROTTLED, "LCS takes no such request before " + shown(turn.at()))
          .why(
              "It throttled one, and named that time. It allows "
                  + turn.counter().limit().words()
                  + ".")
          .fix("try again then")
          .detail("nextPossible", turn.at().toString())
          .raise();
    }
    listener.on(
        new Event.Noted(
            "waiting until "
                + shown(turn.at())
                + ": LCS allows "
                + turn.counter().limit().words()));
    time.sleep(wait);
  }

  private static LifelineException usedUp(Turn turn) {
    return Problem.of(
            ProblemCode.DAILY_LIMIT,
            "LCS moves no more databases of this environment before " + shown(turn.at()))
        .why(
            "It allows "
                + turn.counter().limit().words()
                + ", and so many were started from here. Nothing was sent.")
        .fix("start it again at " + shown(turn.at()))
        .detail("nextPossible", turn.at().toString())
        .raise();
  }

  /** To the second, rounded up: who comes then is let in. */
  private static String shown(Instant instant) {
    return instant.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private List<Counter> counters(List<RateUse> uses, boolean waitedFor) {
    return uses.stream()
        .filter(use -> use.limit().isWaitedFor() == waitedFor)
        .map(use -> new Counter(use.limit(), use.limit().subject(caller, use)))
        .toList();
  }
}
