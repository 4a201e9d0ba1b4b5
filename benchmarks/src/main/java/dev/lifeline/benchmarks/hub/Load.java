package dev.lifeline.benchmarks.hub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients, each asking again as soon as it was answered. */
final class Load {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Load() {}

  /** What one client does each time. */
  interface Turn {
    /**
     * Sends what there is to send.
     *
     * @param number counts up over all clients, without gaps
     */
    void take(Wire wire, int number) throws Exception;
  }

  /**
   * What was measured.
   *
   * @param seconds how long it took
   * @param millis of each turn, sorted
   */
  record Outcome(double seconds, List<Double> millis) {
    double perSecond() {
      return millis.size() / seconds;
    }

    double percentile(double part) {
      return millis.get((int) Math.min(millis.size() - 1L, (long) (millis.size() * part)));
    }
  }

  /** Runs until that many turns were taken. */
  static Outcome turns(URI hub, String token, int clients, int turns, Turn turn) throws Exception {
    long begun = System.nanoTime();
    var next = new AtomicInteger();
    return run(
        clients,
        begun,
        () -> {
          List<Long> taken = new ArrayList<>();
          try (Wire wire = new Wire(hub, token)) {
            for (int i = next.getAndIncrement(); i < turns; i = next.getAndIncrement()) {
              taken.add(timed(wire, i, turn));
            }
          }
          return taken;
        });
  }

  /** Runs for that long. */
  static Outcome seconds(URI hub, String token, int clients, int seconds, Turn turn)
      throws Exception {
    long begun = System.nanoTime();
    long end = begun + (long) (seconds * NANOS_PER_SECOND);
    var next = new AtomicInteger();
    return run(
        clients,
        begun,
        () -> {
          List<Long> taken = new ArrayList<>();
          try (Wire wire = new Wire(hub, token)) {
            while (System.nanoTime() < end) {
              taken.add(timed(wire, next.getAndIncrement(), turn));
            }
          }
          return taken;
        });
  }

  private static long timed(Wire wire, int number, Turn turn) throws Exception {
    long begun = System.nanoTime();
    turn.take(wire, number);
    return System.nanoTime() - begun;
  }

  private static Outcome run(int clients, long begun, Callable<List<Long>> client)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(client));
      }
      List<Long> nanos = new ArrayList<>();
      for (Future<List<Long>> each : all) {
        nanos.addAll(each.get());
      }
      double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
      List<Double> millis = nanos.stream().map(each -> each / NANOS_PER_MILLI).sorted().toList();
      return new Outcome(seconds, millis);
    } finally {
      threads.shutdownNow();
    }
  }
}
