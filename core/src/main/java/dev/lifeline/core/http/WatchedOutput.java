package dev.lifeline.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** Sends in pieces small enough that a slow line does not pass for one that stands still. */
final class WatchedOutput extends OutputStream {
  private static final int PIECE_BYTES = 64 * 1024;

  private final OutputStream out;
  private final StallWatch.Exchange moves;
  private final TimeLimits limits;

  WatchedOutput(OutputStream out, StallWatch.Exchange moves, TimeLimits limits) {
    this.out = out;
    this.moves = moves;
    this.limits = limits;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int piece = Math.min(PIECE_BYTES, length - done);
      moves.blocks(limits.stall());
      out.write(buffer, offset + done, piece);
      moves.moved();
      done += piece;
    }
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void flush() throws IOException {
    moves.blocks(limits.stall());
    out.flush();
    moves.moved();
  }

  /** Leaves the connection open. */
  @Override
  public void close() {}
}
