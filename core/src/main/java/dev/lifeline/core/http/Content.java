package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** What a request carries when that is too much to be held in memory: written as it is sent. */
public interface Content {
  /** What a body holds. */
  static Content of(Body body) {
    return new BodyContent(body);
  }

  /** The exact number of bytes. */
  long length();

  /**
   * Writes all of it, from the beginning each time.
   *
   * @param out takes all that is in a buffer; direct ones with 64 KiB or more are best
   * @throws IOException when writing fails; failures of the content's own are {@link
   *     dev.lifeline.core.problem.LifelineException}s
   */
  void writeTo(WritableByteChannel out) throws IOException;
}
