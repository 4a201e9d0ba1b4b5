package dev.lifeline.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Bytes encrypted by an engine. Unlike the JDK's socket it can still read after a write has failed,
 * can look without waiting, and sends many records at once.
 */
final class TlsWire implements Wire {
  /** Eight records of TLS, so that one call of the kernel carries them all. */
  private static final int CIPHER_BYTES = 8 * (16 * 1024 + 512);

  private final ByteBuffer nothing = ByteBuffer.allocate(0);
  private final Line line;
  private final SSLEngine engine;
  private final ByteBuffer out;

  /** Ciphertext that came, ready to be read. */
  private final ByteBuffer in;

  /** Plaintext of a record for which the reader had no room, ready to be read. */
  private final ByteBuffer spare;

  private boolean ended;

  TlsWire(Line line, SSLEngine engine) throws IOException {
    this.line = line;
    this.engine = engine;
    int packet = engine.getSession().getPacketBufferSize();
    this.out = ByteBuffer.allocateDirect(Math.max(CIPHER_BYTES, packet));
    this.in = ByteBuffer.allocateDirect(Math.max(CIPHER_BYTES, packet)).limit(0);
    this.spare = ByteBuffer.allocateDirect(engine.getSession().getApplicationBufferSize()).limit(0);
    handshake();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int begin = into.position();
    while (into.position() == begin && !spare.hasRemaining() && !ended) {
      if (decrypt(into) == Status.BUFFER_UNDERFLOW && into.position() == begin) {
        receive();
      }
    }
    if (into.position() == begin && spare.hasRemaining()) {
      return PlainWire.moved(spare, into);
    }
    int count = into.position() - begin;
    return count == 0 ? -1 : count;
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    while (from.hasRemaining()) {
      Status status = engine.wrap(from, out).getStatus();
      if (status == Status.BUFFER_OVERFLOW) {
        flush();
      } else if (status == Status.CLOSED) {
        throw new EOFException("the encrypted connection was closed");
      }
    }
  }

  @Override
  public void flush() throws IOException {
    line.send(out);
  }

  @Override
  public boolean hasNews() throws IOException {
    if (!spare.hasRemaining() && !ended) {
      in.compact();
      int count = line.poll(in);
      in.flip();
      ended |= count < 0;
    }
    Status status = Status.OK;
    while (!spare.hasRemaining() && !ended && status == Status.OK) {
      status = decrypt(nothing);
    }
    return spare.hasRemaining() || ended;
  }

  private void handshake() throws IOException {
    try {
      engine.beginHandshake();
      HandshakeStatus status = engine.getHandshakeStatus();
      while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
        step(status);
        status = engine.getHandshakeStatus();
      }
      flush();
    } catch (SSLException e) {
      sayWhy();
      throw e;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) { // Conscrypt lets the CertificateException through, undeclared
      sayWhy();
      SSLException refusal = new SSLHandshakeException("the certificate is not accepted");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private void step(HandshakeStatus status) throws IOException {
    switch (status) {
      case NEED_TASK -> runTasks();
      case NEED_WRAP -> wrap();
      default -> {
        flush();
        if (engine.unwrap(in, nothing).getStatus() == Status.BUFFER_UNDERFLOW) {
          receive();
        }
        if (ended || engine.isInboundDone()) {
          throw new EOFException("the host ended the connection during the TLS handshake");
        }
      }
    }
  }

  /** A refused certificate is told to the host by an alert, as far as it still listens. */
  private void sayWhy() {
    try {
      wrap();
      flush();
    } catch (IOException e) {
      // the failure that is being told counts
    }
  }

  private void wrap() throws IOException {
    if (engine.wrap(nothing, out).getStatus() == Status.BUFFER_OVERFLOW) {
      flush();
    }
  }

  /** Decrypts records as long as whole ones are there and there is room for them. */
  private Status decrypt(ByteBuffer into) throws IOException {
    int begin = into.position();
    while (true) {
      SSLEngineResult result = engine.unwrap(in, into);
      if (result.getStatus() == Status.BUFFER_OVERFLOW) {
        if (into.position() > begin) {
          return Status.OK;
        }
        spare.clear();
        result = engine.unwrap(in, spare);
        spare.flip();
      }
      ended |= result.getStatus() == Status.CLOSED;
      if (result.getStatus() != Status.OK || spare.hasRemaining()) {
        return result.getStatus();
      }
      follow();
    }
  }

  /** After the handshake there are still key updates to be done and answered (TLS 1.3). */
  private void follow() throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
      if (status == HandshakeStatus.NEED_TASK) {
        runTasks();
      } else {
        wrap();
        flush();
      }
      status = engine.getHandshakeStatus();
    }
  }

  private void receive() throws IOException {
    in.compact();
    int count = line.read(in);
    in.flip();
    ended |= count < 0;
  }

  private void runTasks() {
    Runnable task = engine.getDelegatedTask();
    while (task != null) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }
}
