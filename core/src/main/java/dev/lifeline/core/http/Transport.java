package dev.lifeline.core.http;

import dev.lifeline.core.problem.LifelineException;

/** Sends requests. Thread-safe. */
public interface Transport extends AutoCloseable {
  /**
   * Sends a request and reads the whole answer, of whatever status.
   *
   * @throws LifelineException UNREACHABLE or CERTIFICATE_UNTRUSTED when nothing was sent,
   *     ANSWER_LOST when it was sent and no whole answer came, INTERRUPTED
   */
  Answer send(Request request);

  /**
   * Sends a request and hands the body of the answer to a receiver as it comes.
   *
   * @throws LifelineException as {@link #send}; what the receiver throws passes through
   */
  <T> T receive(Request request, Receiver<T> receiver);

  /** Ends the threads; requests under way fail. */
  @Override
  void close();
}
