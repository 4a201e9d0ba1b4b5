package dev.lifeline.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The body of one answer. Its end is the end of the body, not that of the connection. */
final class AnswerBody extends InputStream implements ReadableByteChannel {
  private static final int LONGEST_LINE = 4096;
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final WireInput input;
  private final boolean chunked;

  /** Bytes left of the body or of the chunk. */
  private long left;

  private boolean ended;

  private AnswerBody(WireInput input, boolean chunked, long left) {
    this.input = input;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  static AnswerBody sized(WireInput input, long length) throws IOException {
    if (length < 0) {
      throw new IOException("the answer has a length below zero");
    }
    return new AnswerBody(input, false, length);
  }

  static AnswerBody chunked(WireInput input) {
    return new AnswerBody(input, true, 0);
  }

  static AnswerBody untilTheEnd(WireInput input) {
    return new AnswerBody(input, false, UNKNOWN);
  }

  /** Whether all of it was read and the connection can carry another request. */
  boolean isReadWhole() {
    return ended && left != UNKNOWN;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return read(ByteBuffer.wrap(buffer, offset, length));
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) {
      return 0;
    }
    if (chunked && left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = atMost(left, into);
    if (count < 0) {
      if (left != UNKNOWN) {
        throw new EOFException("the body was cut off");
      }
      ended = true;
      return -1;
    }
    if (left != UNKNOWN) {
      left -= count;
    }
    if (chunked && left == 0) {
      input.line(LONGEST_LINE); // the chunk's own end
    }
    ended = !chunked && left == 0;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public boolean isOpen() {
    return !ended;
  }

  /** The connection stays, and can carry another request if the end was reached. */
  @Override
  public void close() {}

  private int atMost(long most, ByteBuffer into) throws IOException {
    int limit = into.limit();
    into.limit(into.position() + (int) Math.min(into.remaining(), most));
    try {
      return input.read(into);
    } finally {
      into.limit(limit);
    }
  }

  private void nextChunk() throws IOException {
    String size = input.line(LONGEST_LINE).split(";", 2)[0].strip();
    try {
      left = Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("a chunk of the answer has no size", e);
    }
    if (left < 0) {
      throw new IOException("a chunk of the answer has a size below zero");
    }
    if (left == 0) {
      while (!input.line(LONGEST_LINE).isEmpty()) {
        // a trailer says nothing that is needed
      }
      ended = true;
    }
  }
}
