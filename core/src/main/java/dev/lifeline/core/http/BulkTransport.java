package dev.lifeline.core.http;

/**
 * Connections of their own for the bytes of files, beside those for small questions and answers.
 * Thread-safe.
 */
public interface BulkTransport extends AutoCloseable {
  /**
   * A connection to the host of its requests, http or https. It is opened with the first of them,
   * and anew after a failure or for another host.
   */
  BulkConnection connection();

  /** Ends every connection; what is under way fails. */
  @Override
  void close();
}
