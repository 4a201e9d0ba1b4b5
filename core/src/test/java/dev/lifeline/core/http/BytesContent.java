package dev.lifeline.core.http;

import java.io.IOException;
import java.io.OutputStream;
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
  public void writeTo(OutputStream out) throws IOException {
    for (int offset = 0; offset < bytes.length; offset += PIECE) {
      out.write(bytes, offset, Math.min(PIECE, bytes.length - offset));
    }
  }
}
