package dev.lifeline.core.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes an answer's body as it comes.
 *
 * @param <T> what becomes of it
 */
@FunctionalInterface
public interface Receiver<T> {
  /**
   * Reads the body.
   *
   * @param head status and headers, with an empty text
   * @param body the bytes; closed by the transport
   * @throws IOException when reading the body fails; failures of the receiver's own are {@link
   *     dev.lifeline.core.problem.LifelineException}s
   */
  T receive(Answer head, InputStream body) throws IOException;
}
