package dev.lifeline.core.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends lines that wait for the network and on which nothing moves. Thread-safe. */
final class StallWatch implements AutoCloseable {
  /** A stall is noticed after this many looks in vain, so at most a thirtieth late. */
  private static final int LOOKS = 30;

  /** What the last looks saw. */
  private record Seen(long steps, int times) {
    Seen again(long now) {
      return now == steps && Line.isWaiting(now) ? new Seen(steps, times + 1) : new Seen(now, 0);
    }
  }

  private final Map<Line, Seen> lines = new ConcurrentHashMap<>();
  private final long intervalMillis;
  private @Nullable ScheduledExecutorService clock;
  private @Nullable ScheduledFuture<?> looks;

  StallWatch(Duration stall) {
    this.intervalMillis = Math.max(1, stall.toMillis() / LOOKS);
  }

  /** Watches a line; the thread for it begins with the first one. */
  synchronized void add(Line line) {
    lines.put(line, new Seen(line.steps(), 0));
    if (clock == null) {
      clock = Executors.newSingleThreadScheduledExecutor(StallWatch::daemon);
      looks =
          clock.scheduleWithFixedDelay(
              this::look, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }
  }

  void remove(Line line) {
    lines.remove(line);
  }

  @Override
  public synchronized void close() {
    if (looks != null) {
      looks.cancel(false);
    }
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  private void look() {
    lines.replaceAll((line, seen) -> seen.again(line.steps()));
    lines.forEach(
        (line, seen) -> {
          if (seen.times() >= LOOKS) {
            end(line);
          }
        });
  }

  private void end(Line line) {
    lines.remove(line);
    try {
      line.stall();
    } catch (IOException e) {
      // its owner fails in any case
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lifeline-stall-watch");
    thread.setDaemon(true);
    return thread;
  }
}
