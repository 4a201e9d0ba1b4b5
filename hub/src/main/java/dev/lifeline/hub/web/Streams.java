package dev.lifeline.hub.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams of events: one thread fills all of them, and nobody waits for a client that
 * reads slowly. Thread-safe.
 */
final class Streams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final int MOST = 500;
  private static final long LOOK_MILLIS = 1000;

  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService filler =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "hub-streams");
            thread.setDaemon(true);
            return thread;
          });

  private final Future<?> filling;

  Streams() {
    filling =
        filler.scheduleWithFixedDelay(this::fill, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Answers a request with a stream.
   *
   * @throws Refusal 429 when there are too many
   */
  void open(Context context, Feed feed) {
    if (open.size() >= MOST) {
      throw Fault.TOO_MANY.refuse("The hub has " + MOST + " open streams, and opens no more.");
    }
    context.contentType("text/event-stream; charset=utf-8");
    context.header("X-Accel-Buffering", "no"); // a proxy must not collect them
    OpenStream stream = new OpenStream(feed, open::remove);
    context.future(
        () -> {
          context.req().getAsyncContext().setTimeout(0);
          open.add(stream);
          filler.execute(() -> fill(stream));
          stream.begin(output(context));
          return stream.end();
        });
  }

  /** Ends all streams; their clients come again elsewhere, or later. */
  @Override
  public void close() {
    filling.cancel(false);
    filler.shutdown();
    open.forEach(OpenStream::close);
  }

  private static jakarta.servlet.ServletOutputStream output(Context context) {
    try {
      return context.res().getOutputStream();
    } catch (IOException e) {
      throw new IllegalStateException("a response that nobody has written to", e);
    }
  }

  private void fill() {
    open.forEach(Streams::fill);
  }

  private static void fill(OpenStream stream) {
    try {
      stream.fill();
    } catch (RuntimeException e) {
      LOG.warn("a stream of events ends: {}", e.getClass().getName(), new Trace(e));
      stream.close();
    }
  }
}
