package dev.lifeline.core.http;

/**
 * One connection, which carries one request after the other. Sends each once: whoever uses it knows
 * what may be repeated. For one thread at a time.
 */
public interface BulkConnection extends AutoCloseable {
  /**
   * Sends a request whose body is a content, and reads the whole of a small answer, of whatever
   * status; also one that comes before the content was all sent.
   *
   * @throws dev.lifeline.core.problem.LifelineException UNREACHABLE or CERTIFICATE_UNTRUSTED when
   *     nothing was sent; ANSWER_LOST when the connection ended or nothing moved for too long;
   *     INTERRUPTED; what the content throws passes through
   */
  Answer send(Request request, Content content);

  /**
   * Sends a request and hands the body of the answer to a receiver as it comes. The body can also
   * be read as a {@link java.nio.channels.ReadableByteChannel}, into direct buffers without a
   * detour.
   *
   * @throws dev.lifeline.core.problem.LifelineException as {@link #send}; what the receiver throws
   *     passes through
   */
  <T> T receive(Request request, Receiver<T> receiver);

  /** Ends the connection; it may be used again, and is then opened anew. */
  @Override
  void close();
}
