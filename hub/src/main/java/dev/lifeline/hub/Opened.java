package dev.lifeline.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What a hub has opened so far. It is closed in the opposite order. */
final class Opened {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Remembers how a part is closed, and gives it back. */
  <T> T add(T part, Consumer<T> closing) {
    closings.push(() -> closing.accept(part));
    return part;
  }

  void close() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
