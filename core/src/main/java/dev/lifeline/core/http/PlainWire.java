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
  public int read(ByteBuffer into) throws IOException {
    if (!in.hasRemaining() && !ended) {
      in.clear();
      ended = line.read(in) < 0;
      in.flip();
    }
    if (!in.hasRemaining()) {
      return -1;
    }
    return moved(in, into);
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      moved(from, out);
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

  /** As many bytes as there are, or as there is room for. */
  static int moved(ByteBuffer from, ByteBuffer into) {
    int count = Math.min(from.remaining(), into.remaining());
    into.put(into.position(), from, from.position(), count);
    into.position(into.position() + count);
    from.position(from.position() + count);
    return count;
  }
}
