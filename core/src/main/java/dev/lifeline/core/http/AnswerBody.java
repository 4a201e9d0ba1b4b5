package dev.lifeline.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer on a connection that carries further ones behind it. */
final class AnswerBody extends InputStream {
  private static final long UNKNOWN = -1;

  /** Chunk sizes of 15 hex digits and more are nobody's. */
  private static final int LONGEST_LINE = 1024;

  private final InputStream in;
  private final boolean chunked;
  private long left;
  private boolean ended;

  private AnswerBody(InputStream in, boolean chunked, long left) {
    this.in = in;
    this.chunked = chunked;
    this.left = left;
    this.ended = left == 0 && !chunked;
  }

  static AnswerBody ofLength(InputStream in, long length) {
    return new AnswerBody(in, false, length);
  }

  static AnswerBody inChunks(InputStream in) {
    return new AnswerBody(in, true, 0);
  }

  static AnswerBody untilTheEnd(InputStream in) {
    return new AnswerBody(in, false, UNKNOWN);
  }

  /** Whether all of it was read, so that another answer may follow. */
  boolean isAtEnd() {
    return ended && left != UNKNOWN;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (chunked && left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(buffer, offset, left == UNKNOWN ? length : (int) Math.min(length, left));
    if (count < 0) {
      ended = true;
      if (left == UNKNOWN) {
        return -1;
      }
      throw new EOFException("the body ended early");
    }
    if (left != UNKNOWN) {
      left -= count;
      endOfPart();
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  private void endOfPart() throws IOException {
    if (left > 0) {
      return;
    }
    if (chunked) {
      line(); // the one that ends a chunk
    } else {
      ended = true;
    }
  }

  private void nextChunk() throws IOException {
    String size = line().replaceFirst(";.*", "").strip();
    if (!size.matches("[0-9A-Fa-f]{1,14}")) {
      throw new IOException("no size stands before a chunk");
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      while (!line().isEmpty()) {
        // what follows the last chunk says nothing here
      }
      ended = true;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    while ((next = in.read()) != '\n') {
      if (next < 0) {
        throw new EOFException("the body ended early");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("a line between chunks does not end");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
