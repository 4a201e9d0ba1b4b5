package dev.lifeline.core.http;

import java.io.IOException;

/** Bytes to a host and back, in the clear or encrypted. For one thread. */
interface Wire {
  /** Waits for bytes and returns how many came, or -1 at the end. */
  int read(byte[] buffer, int offset, int length) throws IOException;

  /** Takes bytes, and sends them when enough have come together. */
  void write(byte[] buffer, int offset, int length) throws IOException;

  /** Sends what has been taken. */
  void flush() throws IOException;

  /** Whether the other side has said something, or has ended: looks without waiting. */
  boolean hasNews() throws IOException;
}
