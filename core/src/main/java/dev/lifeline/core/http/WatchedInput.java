package dev.lifeline.core.http;

import java.io.IOException;
import java.io.InputStream;

/** Receives, and says when it waits; time that the reader itself takes does not count. */
final class WatchedInput extends InputStream {
  private final InputStream in;
  private final StallWatch.Exchange moves;
  private final TimeLimits limits;

  WatchedInput(InputStream in, StallWatch.Exchange moves, TimeLimits limits) {
    this.in = in;
    this.moves = moves;
    this.limits = limits;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    moves.blocks(limits.stall());
    int count = in.read(buffer, offset, length);
    moves.moved();
    return count;
  }

  @Override
  public int read() throws IOException {
    moves.blocks(limits.stall());
    int single = in.read();
    moves.moved();
    return single;
  }

  /** Leaves the connection open. */
  @Override
  public void close() {}
}
