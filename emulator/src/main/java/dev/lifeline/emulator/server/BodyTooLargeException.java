package dev.lifeline.emulator.server;

import java.io.IOException;

/** A request whose body is larger than its reader takes; answered with 413. */
final class BodyTooLargeException extends IOException {
  BodyTooLargeException(int limit) {
    super("the request's body is larger than %d bytes".formatted(limit));
  }
}
