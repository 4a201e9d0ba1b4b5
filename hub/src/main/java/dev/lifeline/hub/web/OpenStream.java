package dev.lifeline.hub.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client that is told of events as they come. Thread-safe. */
final class OpenStream implements WriteListener {
  /** Proxies end connections on which nothing moves. */
  private static final int QUIET_LOOKS = 15;

  /** A client that has read nothing for so long is gone, or too slow. */
  private static final int SLOW_LOOKS = 30;

  private static final String KEEP_ALIVE = ": nothing new\n\n";

  private final Feed feed;
  private final Consumer<OpenStream> ended;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Deque<byte[]> pending = new ArrayDeque<>();
  private @Nullable ServletOutputStream output;
  private int quietLooks;
  private int slowLooks;
  private boolean isLast;

  OpenStream(Feed feed, Consumer<OpenStream> ended) {
    this.feed = feed;
    this.ended = ended;
  }

  /** Done when the stream is. */
  CompletableFuture<Void> end() {
    return end;
  }

  synchronized void begin(ServletOutputStream to) {
    output = to;
    to.setWriteListener(this);
  }

  /** Takes what is new, and sends what the client takes. */
  synchronized void fill() {
    slowLooks = pending.isEmpty() ? 0 : slowLooks + 1;
    if (slowLooks > SLOW_LOOKS) {
      close();
      return;
    }
    if (!pending.isEmpty() || isLast) {
      return; // it has enough to read
    }
    Feed.Piece piece = feed.next();
    String text = piece.text();
    quietLooks = text.isEmpty() ? quietLooks + 1 : 0;
    if (quietLooks >= QUIET_LOOKS) {
      text = KEEP_ALIVE;
      quietLooks = 0;
    }
    if (!text.isEmpty()) {
      pending.add(text.getBytes(StandardCharsets.UTF_8));
    }
    isLast = piece.isLast();
    write();
  }

  @Override
  public synchronized void onWritePossible() {
    write();
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  void close() {
    ended.accept(this);
    end.complete(null);
  }

  private void write() {
    ServletOutputStream to = output;
    if (to == null || end.isDone()) {
      return;
    }
    try {
      while (!pending.isEmpty() && to.isReady()) {
        to.write(pending.remove());
      }
      if (pending.isEmpty() && to.isReady()) {
        to.flush();
        if (isLast) {
          close();
        }
      }
    } catch (IOException e) {
      close();
    }
  }
}
