package dev.lifeline.core.blob;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import java.util.concurrent.atomic.AtomicLong;

/** How much of a file has moved, as people see it. Thread-safe. */
final class Tally {
  private final String name;
  private final long total;
  private final Listener listener;
  private final AtomicLong moved = new AtomicLong();

  Tally(String name, long total, Listener listener) {
    this.name = name;
    this.total = total;
    this.listener = listener;
  }

  /** Bytes are on their way. */
  void add(long bytes) {
    listener.on(new Event.Moved(name, moved.addAndGet(bytes), total));
  }

  /** Bytes that were on their way did not arrive. */
  void takeBack(long bytes) {
    moved.addAndGet(-bytes);
  }
}
