package dev.lifeline.core.blob;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Buffers that go from one piece of work to the next, since making one costs a lot. Thread-safe.
 */
final class PieceBuffers {
  private final Queue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

  /** One that nobody else has. */
  ByteBuffer take() {
    ByteBuffer buffer = idle.poll();
    return buffer == null ? FileReading.buffer() : buffer;
  }

  void giveBack(ByteBuffer buffer) {
    idle.add(buffer);
  }
}
