package dev.lifeline.core.http;

import dev.lifeline.core.problem.Interruptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream. A read fails when no byte comes for a while, and ends when its
 * thread is interrupted; the JDK's own stream waits for ever and, on Java 17, swallows the
 * interruption. Time that the reader itself takes does not count. Read by one thread.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
  /** What the client has handed over: bytes, or the end. */
  private record Part(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

  private final Duration stall;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> unread = new ArrayDeque<>();
  private volatile Flow.@Nullable Subscription source;
  private volatile boolean closed;
  private boolean ended;

  BodyStream(Duration stall) {
    this.stall = stall;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    if (closed) { // before the body began
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    parts.add(new Part(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    parts.add(new Part(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    parts.add(new Part(List.of(), true, null));
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (unread.isEmpty()) {
      if (ended) {
        return -1;
      }
      take(next());
    }
    ByteBuffer first = unread.element();
    int count = Math.min(length, first.remaining());
    first.get(buffer, offset, count);
    if (!first.hasRemaining()) {
      unread.remove();
      askForMore();
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() {
    ended = true;
    unread.clear();
    closed = true;
    Flow.Subscription subscription = source;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private Part next() throws IOException {
    try {
      Part part = parts.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
      if (part == null) {
        throw new IOException("no byte came for " + stall.toSeconds() + " s");
      }
      return part;
    } catch (InterruptedException e) {
      throw Interruptions.raise(e);
    }
  }

  private void take(Part part) throws IOException {
    if (part.failure() != null) {
      throw new IOException("the body was cut off", part.failure());
    }
    part.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(unread::add);
    ended = part.last();
    if (!ended) {
      askForMore();
    }
  }

  /** One part at a time, so that memory does not grow when the reader is slow. */
  private void askForMore() {
    Flow.Subscription subscription = source;
    if (unread.isEmpty() && subscription != null) {
      subscription.request(1);
    }
  }
}
