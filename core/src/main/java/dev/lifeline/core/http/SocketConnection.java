package dev.lifeline.core.http;

import dev.lifeline.core.event.Event;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link SocketTransport}. */
final class SocketConnection implements BulkConnection {
  private static final int MOST_TEXT_BYTES = 64 * 1024;

  private final URI address;
  private final Dialer dialer;
  private final StallWatch watch;
  private final Report report;
  private final TimeLimits limits;
  private volatile @Nullable Line line;

  SocketConnection(URI address, Dialer dialer, StallWatch watch, Report report, TimeLimits limits) {
    this.address = address;
    this.dialer = dialer;
    this.watch = watch;
    this.report = report;
    this.limits = limits;
  }

  /** Whom to tell of answers, and by which clock. */
  record Report(Time time, Listener listener) {
    void answered(Request request, AnswerHead head, Instant begun) {
      String id = head.headers().get("x-ms-request-id");
      listener.on(
          new Event.Answered(
              request.method(),
              request.shownAddress(),
              head.status(),
              Duration.between(begun, time.instant()),
              id == null ? head.headers().get("request-id") : id));
    }
  }

  @Override
  public Answer send(Request request, Content content) {
    return exchange(request, content, SocketConnection::whole);
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    return exchange(request, null, receiver);
  }

  @Override
  public void close() {
    Line open = line;
    line = null;
    if (open != null) {
      hangUp(open);
    }
  }

  private <T> T exchange(Request request, @Nullable Content content, Receiver<T> receiver) {
    Instant begun = report.time().instant();
    Line open = open(request);
    boolean reusable = false;
    try (StallWatch.Exchange moves = watch.begin(open.socket())) {
      try {
        AnswerHead head = ask(open, request, content, moves);
        report.answered(request, head, begun);
        AnswerBody body = head.body(request.method(), new WatchedInput(open.in(), moves, limits));
        T result = receiver.receive(new Answer(head.status(), head.headers(), ""), body);
        reusable = body.isAtEnd() && head.keepsConnection();
        return result;
      } catch (IOException e) {
        throw failure(request, moves, e);
      }
    } finally {
      if (!reusable) {
        close();
      }
    }
  }

  private Line open(Request request) {
    Line present = line;
    if (present != null) {
      return present;
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Interruptions.raise(new InterruptedException());
    }
    try {
      Line dialled = dialer.dial(address);
      line = dialled;
      return dialled;
    } catch (IOException e) {
      throw Failures.of(request, e);
    }
  }

  private AnswerHead ask(
      Line open, Request request, @Nullable Content content, StallWatch.Exchange moves)
      throws IOException {
    boolean sentAll = false;
    try (OutputStream out = new WatchedOutput(open.out(), moves, limits)) {
      out.write(head(request, content).getBytes(StandardCharsets.UTF_8));
      if (content != null) {
        content.writeTo(out);
      }
      out.flush();
      sentAll = true;
    } catch (IOException e) {
      if (moves.isStalled()) {
        throw e;
      }
      // a server that answers before it has read everything closes: its answer may be there
    }
    moves.blocks(limits.answer());
    AnswerHead head = AnswerHead.read(open.in());
    moves.moved();
    return sentAll ? head : head.andNoMore();
  }

  private String head(Request request, @Nullable Content content) {
    StringBuilder head = new StringBuilder(512);
    String query = request.uri().getRawQuery();
    head.append(request.method()).append(' ').append(request.uri().getRawPath());
    if (query != null) {
      head.append('?').append(query);
    }
    head.append(" HTTP/1.1\r\nHost: ").append(request.uri().getRawAuthority()).append("\r\n");
    request
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (content != null) {
      head.append("Content-Length: ").append(content.length()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static LifelineException failure(
      Request request, StallWatch.Exchange moves, IOException cause) {
    if (Thread.currentThread().isInterrupted()) {
      throw Interruptions.raise(interruptedBy(cause));
    }
    return moves.isStalled() ? Failures.timedOut(request, cause) : Failures.of(request, cause);
  }

  private static InterruptedException interruptedBy(IOException cause) {
    InterruptedException interruption = new InterruptedException();
    interruption.initCause(cause);
    return interruption;
  }

  private static Answer whole(Answer head, InputStream body) throws IOException {
    String text = new String(body.readNBytes(MOST_TEXT_BYTES), StandardCharsets.UTF_8);
    return new Answer(head.status(), head.headers(), text);
  }

  private static void hangUp(Line open) {
    try {
      open.socket().close();
    } catch (IOException e) {
      return; // it is as good as closed
    }
  }
}
