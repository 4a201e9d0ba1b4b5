package dev.lifeline.core.http;

import dev.lifeline.core.event.Event;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the failures of one job and pauses between its attempts. Not thread-safe. */
public final class Backoff {
  private final Retries retries;
  private int failed;
  private Duration paused = Duration.ZERO;

  Backoff(Retries retries) {
    this.retries = retries;
  }

  /** How many attempts failed since the last progress. */
  public int failed() {
    return failed;
  }

  /** Something arrived: the count begins anew, the budget does not. */
  public void progress() {
    failed = 0;
  }

  /**
   * Pauses before another attempt.
   *
   * @param address where the request goes, secrets masked
   * @param reason what went wrong, in a few words
   * @param asked how long the server asks to wait, or null
   * @return false when there shall be no other attempt; then nothing was waited for
   */
  public boolean pause(String address, String reason, @Nullable Duration asked) {
    failed++;
    Optional<Duration> own = retries.policy().pauseAfter(failed, retries.random());
    if (own.isEmpty()) {
      return false;
    }
    Duration pause = asked != null && asked.compareTo(own.get()) > 0 ? asked : own.get();
    if (paused.plus(pause).compareTo(retries.policy().budget()) > 0) {
      return false;
    }
    retries.listener().on(new Event.Retrying(address, reason, pause));
    paused = paused.plus(pause);
    retries.time().sleep(pause);
    return true;
  }
}
