package dev.lifeline.core.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * An open connection.
 *
 * @param socket the bare one, which can be closed whatever the others are doing
 * @param in what comes, decrypted
 * @param out what goes, to be encrypted
 */
record Line(Socket socket, InputStream in, OutputStream out) {
  /** Heads are read byte by byte; bodies in larger pieces pass by the buffer. */
  private static final int BUFFER_BYTES = 8 * 1024;

  static Line of(Socket bare, Socket spoken) throws IOException {
    return new Line(
        bare,
        new BufferedInputStream(spoken.getInputStream(), BUFFER_BYTES),
        spoken.getOutputStream());
  }
}
