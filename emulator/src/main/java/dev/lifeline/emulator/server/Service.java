package dev.lifeline.emulator.server;

import java.io.IOException;

/** Answers requests. Called from many threads at once. */
@FunctionalInterface
public interface Service {
  /**
   * The answer to one request. What the service leaves unread of the request is read away before
   * the answer is sent.
   *
   * @throws IOException if the request could not be read; the connection is closed
   */
  Reply answer(Call call) throws IOException;
}
