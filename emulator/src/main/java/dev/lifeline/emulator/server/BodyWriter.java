package dev.lifeline.emulator.server;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an answer's body piece by piece. */
@FunctionalInterface
public interface BodyWriter {
  /**
   * Writes the whole body, exactly as many bytes as were announced; does not close.
   *
   * @throws IOException if the client is gone, or the source cannot be read
   */
  void write(OutputStream out) throws IOException;
}
