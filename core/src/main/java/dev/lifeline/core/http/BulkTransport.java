package dev.lifeline.core.http;

import java.net.URI;

/**
 * Connections of their own for the bytes of files, beside those for small questions and answers.
 * Thread-safe.
 */
public interface BulkTransport extends AutoCloseable {
  /**
   * A connection to the host of that address. It is opened with its first request, and anew after a
   * failure.
   *
   * @param address http or https; what is sent goes to the same host
   */
  BulkConnection connection(URI address);

  /** Ends every connection; what is under way fails. */
  @Override
  void close();
}
