package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes to a host and back, in the clear or encrypted. For one thread. */
interface Wire {
  /**
   * Waits for bytes and returns how many came, or -1 at the end. There is room for one at least.
   */
  int read(ByteBuffer into) throws IOException;

  /** Takes all bytes of a buffer, and sends them when enough have come together. */
  void write(ByteBuffer from) throws IOException;

  /** Sends what has been taken. */
  void flush() throws IOException;

  /** Whether the other side has said something, or has ended: looks without waiting. */
  boolean hasNews() throws IOException;
}
