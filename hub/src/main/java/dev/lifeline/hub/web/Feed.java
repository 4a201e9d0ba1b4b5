package dev.lifeline.hub.web;

/**
 * What a stream of events (HTML: server-sent events) is filled from. It is asked about once a
 * second, by one thread for all streams, and so has to be quick. For one thread at a time.
 */
@FunctionalInterface
public interface Feed {
  /** What is new since the last time. */
  Piece next();

  /**
   * A piece of a stream.
   *
   * @param text whole events, as they go over the wire; empty when nothing is new
   * @param isLast whether the stream ends behind it
   */
  record Piece(String text, boolean isLast) {}
}
