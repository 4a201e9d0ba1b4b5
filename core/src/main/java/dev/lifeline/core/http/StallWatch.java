package dev.lifeline.core.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends what does not move. A blocking read or write has no end of its own, and does not hear an
 * interruption: one thread looks at all of them ten times a second, and closes the socket under the
 * one that stood still for too long or whose thread was interrupted.
 */
final class StallWatch implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(100);

  private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService ticker;
  private final Future<?> looks;

  StallWatch() {
    this.ticker = Executors.newSingleThreadScheduledExecutor(StallWatch::daemon);
    this.looks =
        ticker.scheduleWithFixedDelay(
            () -> underWay.forEach(Exchange::look),
            TICK.toMillis(),
            TICK.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Watches one exchange of the calling thread, until it is closed. */
  Exchange begin(Socket socket) {
    Exchange exchange = new Exchange(socket, Thread.currentThread());
    underWay.add(exchange);
    return exchange;
  }

  @Override
  public void close() {
    looks.cancel(true);
    ticker.shutdownNow();
    underWay.forEach(Exchange::end);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lifeline-stall-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** A request and its answer on one socket. */
  final class Exchange implements AutoCloseable {
    private final Socket socket;
    private final Thread owner;
    private volatile long ticksAllowed;
    private volatile boolean blocked;
    private volatile boolean stalled;
    private final AtomicLong moves = new AtomicLong();
    private long movesSeen;
    private long ticksStill;

    private Exchange(Socket socket, Thread owner) {
      this.socket = socket;
      this.owner = owner;
    }

    /** The owner is about to block, for that long at most. */
    void blocks(Duration limit) {
      ticksAllowed = Math.max(1, limit.toMillis() / TICK.toMillis());
      blocked = true;
    }

    /** The owner goes on. */
    void moved() {
      moves.incrementAndGet();
      blocked = false;
    }

    /** Whether it was ended because nothing moved. */
    boolean isStalled() {
      return stalled;
    }

    private void look() {
      if (owner.isInterrupted()) {
        end();
        return;
      }
      long now = moves.get();
      boolean still = blocked && now == movesSeen;
      movesSeen = now;
      ticksStill = still ? ticksStill + 1 : 0;
      if (ticksStill >= ticksAllowed && still) {
        stalled = true;
        end();
      }
    }

    /** Closes the socket itself: closing an encrypted one may wait for what it is to end. */
    private void end() {
      try {
        socket.close();
      } catch (IOException e) {
        stalled = true; // it is as good as closed
      }
    }

    @Override
    public void close() {
      underWay.remove(this);
    }
  }
}
