package dev.lifeline.core.rate;

import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A process of its own that takes every turn that it gets without waiting, in a time that stands
 * still: folder, which time it is. Prints a line for each.
 */
final class TakeTurns {
  private TakeTurns() {}

  public static void main(String[] arguments) {
    Time still = new Still(Instant.parse(arguments[1]));
    RateBudget budget = Turns.on(Path.of(arguments[0]), still, Listener.NONE);
    try {
      while (true) {
        budget.await(Turns.of(RateLimit.USER_POWER));
        System.out.println("turn");
      }
    } catch (LifelineException e) {
      // it would have had to wait
    }
  }

  private record Still(Instant instant) implements Time {
    @Override
    public void sleep(Duration duration) {
      throw Interruptions.raise(new InterruptedException());
    }
  }
}
