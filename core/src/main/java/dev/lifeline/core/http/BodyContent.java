package dev.lifeline.core.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of a request as content. */
record BodyContent(Body body) implements Content {
  @Override
  public long length() {
    return body.length();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(body.buffer(), 0, body.length());
  }
}
