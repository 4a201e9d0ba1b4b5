package dev.lifeline.core.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which only the first bytes come; then something happens. */
final class CutBody extends FilterInputStream {
  /** What happens. */
  @FunctionalInterface
  interface Then {
    void happens() throws IOException;
  }

  private final Then then;
  private long left;

  CutBody(InputStream body, long bytes, Then then) {
    super(body);
    this.left = bytes;
    this.then = then;
  }

  /** The connection is cut after so many bytes. */
  static CutBody cut(InputStream body, long bytes) {
    return new CutBody(
        body,
        bytes,
        () -> {
          throw new IOException("cut");
        });
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      left = Long.MAX_VALUE;
      then.happens();
    }
    int count = super.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }
}
