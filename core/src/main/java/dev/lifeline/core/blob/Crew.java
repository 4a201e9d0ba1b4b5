package dev.lifeline.core.blob;

import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.problem.Interruptions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the pieces of one file side by side: each worker has a connection of its own, and as many
 * work as the pace allows. The first failure ends them all.
 */
final class Crew {
  private static final long PATIENCE_SECONDS = 60;

  private final Supplier<BulkConnection> connections;
  private final Pace pace;

  Crew(Supplier<BulkConnection> connections, Pace pace) {
    this.connections = connections;
    this.pace = pace;
  }

  /** What is to be carried. */
  @FunctionalInterface
  interface Pieces<P> {
    /** The next piece, when there is one; null when there are no more. Asked by any worker. */
    @Nullable P next() throws InterruptedException;
  }

  /** How a piece is carried. */
  @FunctionalInterface
  interface Carrying<P> {
    /** Carries one piece to its end, and says how many bytes that were. */
    long carry(P piece, BulkConnection connection, Pace.Carrier carrier)
        throws InterruptedException;
  }

  /** What goes on beside the carrying. */
  @FunctionalInterface
  interface Companion {
    void run() throws InterruptedException;
  }

  /**
   * Returns when every piece has been carried and the companions have come to their ends.
   *
   * @throws dev.lifeline.core.problem.LifelineException the first failure; INTERRUPTED
   */
  <P> void carry(Pieces<P> pieces, Carrying<P> carrying, Companion... companions) {
    ExecutorService threads = Executors.newCachedThreadPool(Crew::daemon);
    Round<P> round = new Round<>(threads, pieces, carrying);
    try {
      round.start(List.of(companions));
      round.toTheEnd();
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    } finally {
      dismiss(threads);
    }
  }

  /** No thread works on when the caller goes on, and no connection carries anything. */
  private static void dismiss(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lifeline-transfer");
    thread.setDaemon(true);
    return thread;
  }

  /** One file's worth of work. */
  private final class Round<P> {
    /** What has happened; with every piece the pace may have changed. */
    private enum Happening {
      PIECE_CARRIED,
      WORKER_ENDED,
      COMPANION_ENDED
    }

    private record News(Happening what, @Nullable Throwable failure) {}

    private final ExecutorService threads;
    private final Pieces<P> pieces;
    private final Carrying<P> carrying;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean noMore;
    private int workers;
    private int companions;

    Round(ExecutorService threads, Pieces<P> pieces, Carrying<P> carrying) {
      this.threads = threads;
      this.pieces = pieces;
      this.carrying = carrying;
    }

    void start(List<Companion> beside) {
      companions = beside.size();
      beside.forEach(companion -> begin(companion, Happening.COMPANION_ENDED));
      hire();
    }

    void toTheEnd() throws InterruptedException {
      while (workers > 0 || companions > 0) {
        News latest = news.take();
        if (latest.failure() instanceof RuntimeException failure) {
          throw failure;
        } else if (latest.failure() instanceof Error error) {
          throw error;
        }
        workers -= latest.what() == Happening.WORKER_ENDED ? 1 : 0;
        companions -= latest.what() == Happening.COMPANION_ENDED ? 1 : 0;
        if (!noMore) {
          hire();
        }
      }
    }

    /** As many as the pace wants. */
    private void hire() {
      int wanted = pace.wanted();
      while (workers < wanted) {
        workers++;
        begin(this::work, Happening.WORKER_ENDED);
      }
    }

    private void begin(Companion work, Happening end) {
      threads.execute(() -> news.add(new News(end, failureOf(work))));
    }

    private @Nullable Throwable failureOf(Companion work) {
      try {
        work.run();
        return null;
      } catch (InterruptedException e) {
        return Interruptions.raise(e);
      } catch (RuntimeException | Error e) {
        return e;
      }
    }

    private void work() throws InterruptedException {
      int place = working.incrementAndGet();
      Pace.Carrier carrier = pace.carrier();
      try (BulkConnection connection = connections.get()) {
        while (!noMore && place <= pace.wanted()) {
          P piece = pieces.next();
          if (piece == null) {
            noMore = true;
          } else {
            carrier.carried(carrying.carry(piece, connection, carrier));
            news.add(new News(Happening.PIECE_CARRIED, null));
          }
        }
      } finally {
        working.decrementAndGet();
      }
    }
  }
}
