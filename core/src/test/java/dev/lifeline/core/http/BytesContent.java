package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** A content that is an array, written in pieces of 64 KiB. */
final class BytesContent implements Content {
  private static final int PIECE = 64 * 1024;

  private final byte[] bytes;

  BytesContent(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  static BytesContent of(String text) {
    return new BytesContent(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    for (int offset = 0; offset < bytes.length; offset += PIECE) {
      out.write(ByteBuffer.wrap(bytes, offset, Math.min(PIECE, bytes.length - offset)));
    }
  }
}
