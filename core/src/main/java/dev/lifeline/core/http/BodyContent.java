package dev.lifeline.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The body of a request as content. */
record BodyContent(Body body) implements Content {
  @Override
  public long length() {
    return body.length();
  }

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    out.write(ByteBuffer.wrap(body.buffer(), 0, body.length()));
  }
}
