package dev.lifeline.benchmarks.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** The service's end of a connection: TLS on a blocking channel, with as few copies as it takes. */
final class StubLine {
  private static final int BUFFER_BYTES = 8 * (16 * 1024 + 512);

  private final ByteBuffer nothing = ByteBuffer.allocateDirect(0);
  private final SocketChannel channel;
  private final SSLEngine engine;
  private final ByteBuffer cipherIn = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final ByteBuffer cipherOut = ByteBuffer.allocateDirect(BUFFER_BYTES);

  /** What was decrypted and not taken yet. */
  private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);

  StubLine(SocketChannel channel, SSLEngine engine) throws IOException {
    this.channel = channel;
    this.engine = engine;
    engine.setUseClientMode(false);
    handshake();
  }

  /** Waits for bytes when there are none, and gives all that are there; empty at the end. */
  ByteBuffer bytes() throws IOException {
    while (!plain.hasRemaining()) {
      plain.clear();
      Status status = decrypt();
      plain.flip();
      if (status == Status.CLOSED || (!plain.hasRemaining() && !receive())) {
        return nothing;
      }
    }
    return plain;
  }

  void send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (engine.wrap(bytes, cipherOut).getStatus() == Status.BUFFER_OVERFLOW) {
        flush();
      }
    }
  }

  void flush() throws IOException {
    cipherOut.flip();
    while (cipherOut.hasRemaining()) {
      channel.write(cipherOut);
    }
    cipherOut.clear();
  }

  /** As many whole records as are there and have room. */
  private Status decrypt() throws IOException {
    SSLEngineResult result = engine.unwrap(cipherIn, plain);
    while (result.getStatus() == Status.OK && cipherIn.hasRemaining()) {
      result = engine.unwrap(cipherIn, plain);
    }
    return result.getStatus();
  }

  private boolean receive() throws IOException {
    cipherIn.compact();
    int count = channel.read(cipherIn);
    cipherIn.flip();
    return count >= 0;
  }

  private void handshake() throws IOException {
    engine.beginHandshake();
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
      switch (status) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> {
          engine.wrap(nothing, cipherOut);
          flush();
        }
        default -> {
          Status unwrapped = engine.unwrap(cipherIn, nothing).getStatus();
          if (unwrapped == Status.CLOSED || (unwrapped == Status.BUFFER_UNDERFLOW && !receive())) {
            throw new EOFException("ended during the handshake");
          }
        }
      }
      status = engine.getHandshakeStatus();
    }
  }
}
