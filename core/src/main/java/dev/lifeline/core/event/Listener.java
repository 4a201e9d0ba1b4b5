package dev.lifeline.core.event;

/**
 * Watches what happens. Called from whichever thread does the work, sometimes from several at once;
 * must be quick and must not throw.
 */
@FunctionalInterface
public interface Listener {
  /** A listener that looks away. */
  Listener NONE = event -> {};

  /** Hears of one event. */
  void on(Event event);
}
