package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Takes the content of one request, and stops when the host answers before it has all. */
final class RequestOutput implements WritableByteChannel {
  /** How often it looks for an early answer, in bytes. */
  private static final int LOOK_AFTER = 256 * 1024;

  private final Wire wire;
  private final WireInput input;
  private long left;
  private int unlooked;

  RequestOutput(Wire wire, WireInput input, long length) {
    this.wire = wire;
    this.input = input;
    this.left = length;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    int length = from.remaining();
    if (length > left) {
      throw new IllegalStateException("more content than was announced");
    }
    if (unlooked >= LOOK_AFTER) {
      unlooked = 0;
      if (input.hasNews()) {
        throw new IOException("the host answered before it had all of the request");
      }
    }
    wire.write(from);
    left -= length;
    unlooked += length;
    return length;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** The connection stays, for the answer. */
  @Override
  public void close() {}

  /** Sends what is still held back. */
  void finish() throws IOException {
    if (left > 0) {
      throw new IllegalStateException("less content than was announced");
    }
    wire.flush();
  }
}
