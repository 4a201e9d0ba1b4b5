package dev.lifeline.core.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP connection whose owner blocks, while {@link StallWatch} looks whether anything moves. An
 * interruption of the owner closes it.
 */
final class Line implements Closeable {
  /** A blocking write of the kernel ends when all is taken: this much has to move in a stall. */
  private static final int MOST_AT_ONCE = 256 * 1024;

  private final SocketChannel channel;

  /** Odd while the owner waits for the network. Counted by the owner alone. */
  private final AtomicLong steps = new AtomicLong();

  private volatile boolean stalled;

  Line(SocketChannel channel) {
    this.channel = channel;
  }

  /** Waits for bytes; -1 when the other side has ended. */
  int read(ByteBuffer into) throws IOException {
    step();
    int count = channel.read(into);
    step();
    return count;
  }

  /** Waits until all that was put into a buffer is on its way, and leaves the buffer empty. */
  void send(ByteBuffer collected) throws IOException {
    collected.flip();
    try {
      write(collected);
    } finally {
      collected.clear();
    }
  }

  private void write(ByteBuffer from) throws IOException {
    int end = from.limit();
    while (from.position() < end) {
      from.limit(Math.min(end, from.position() + MOST_AT_ONCE));
      step();
      channel.write(from);
      step();
    }
  }

  /** What is there already: 0 when nothing is, -1 when the other side has ended. */
  int poll(ByteBuffer into) throws IOException {
    channel.configureBlocking(false);
    int count = channel.read(into);
    channel.configureBlocking(true);
    return count;
  }

  /** A number that stays the same while the owner waits in vain. */
  long steps() {
    return steps.get();
  }

  static boolean isWaiting(long steps) {
    return (steps & 1) == 1;
  }

  /** Whether the watch has ended it. */
  boolean isStalled() {
    return stalled;
  }

  void stall() throws IOException {
    stalled = true;
    channel.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void step() {
    steps.setRelease(steps.getPlain() + 1);
  }
}
