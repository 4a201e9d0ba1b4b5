package dev.lifeline.hub.engine;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import java.util.ArrayList;
import java.util.List;

/** What core finds worth knowing while it does something. Thread-safe. */
final class Notes implements Listener {
  private final List<String> texts = new ArrayList<>();

  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.Noted noted) {
      texts.add(noted.text());
    }
  }

  /** What it was, in order. */
  synchronized List<String> texts() {
    return List.copyOf(texts);
  }
}
