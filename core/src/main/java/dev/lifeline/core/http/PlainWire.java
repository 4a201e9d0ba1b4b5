package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes as they are. */
final class PlainWire implements Wire {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Line line;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private boolean ended;

  PlainWire(Line line) {
    this.line = line;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!in.hasRemaining() && !ended) {
      in.clear();
      ended = line.read(in) < 0;
      in.flip();
    }
    if (!in.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, in.remaining());
    in.get(buffer, offset, count);
    return count;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, out.remaining());
      out.put(buffer, offset + done, count);
      done += count;
      if (!out.hasRemaining()) {
        flush();
      }
    }
  }

  @Override
  public void flush() throws IOException {
    line.send(out);
  }

  @Override
  public boolean hasNews() throws IOException {
    if (!in.hasRemaining() && !ended) {
      in.clear();
      ended = line.poll(in) < 0;
      in.flip();
    }
    return in.hasRemaining() || ended;
  }
}
