package dev.lifeline.emulator.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes a number of bytes on and swallows the rest. */
final class LimitedOutput extends FilterOutputStream {
  private long remaining;

  LimitedOutput(OutputStream out, long limit) {
    super(out);
    this.remaining = limit;
  }

  @Override
  public void write(int value) throws IOException {
    if (remaining > 0) {
      remaining--;
      out.write(value);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int passed = (int) Math.min(remaining, length);
    remaining -= passed;
    out.write(bytes, offset, passed);
  }
}
