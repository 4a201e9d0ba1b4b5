package dev.lifeline.core.http;

import dev.lifeline.core.problem.Interruptions;
import dev.lifeline.core.problem.LifelineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link SocketTransport}: HTTP/1.1, one request after another. */
final class SocketConnection implements BulkConnection {
  /** A list of 50,000 blocks, the longest answer that is read as text, is shorter. */
  private static final int LONGEST_TEXT = 16 * 1024 * 1024;

  /** A connection that stands. */
  record Open(String authority, Line line, Wire wire, WireInput input) {}

  private final SocketTransport transport;
  private @Nullable Open open;
  private volatile @Nullable Line line;

  SocketConnection(SocketTransport transport) {
    this.transport = transport;
  }

  @Override
  public Answer send(Request request, Content content) {
    return exchange(
        request,
        content,
        (head, body) -> {
          byte[] text = body.readNBytes(LONGEST_TEXT);
          return new Answer(
              head.status(), head.headers(), new String(text, StandardCharsets.UTF_8));
        });
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    return exchange(request, Content.of(request.body()), receiver);
  }

  /** What stands is of use to the next one to the same host. */
  @Override
  public void close() {
    Open standing = open;
    open = null;
    if (standing == null || !transport.keeps(standing)) {
      hangUp();
    }
    transport.forget(this);
  }

  private <T> T exchange(Request request, Content content, Receiver<T> receiver) {
    Open current = ready(request);
    boolean stays = false;
    try {
      Instant begun = transport.witness().begin();
      boolean sent = say(current, request, content);
      Answer head = current.input().head();
      transport.witness().answered(request, head.status(), head.headers(), begun);
      AnswerBody body = current.input().body(request.method(), head);
      T result = receiver.receive(head, body);
      stays = sent && body.isReadWhole() && !ends(head);
      return result;
    } catch (IOException e) {
      throw failure(request, current.line(), e);
    } finally {
      if (!stays) {
        open = null;
        hangUp();
      }
    }
  }

  /**
   * Sends the request.
   *
   * @return false when not all of it could be sent, but the host has said something
   */
  private boolean say(Open current, Request request, Content content) throws IOException {
    byte[] head = RequestHead.of(request, content.length(), transport.dialer());
    current.wire().write(ByteBuffer.wrap(head));
    RequestOutput out = new RequestOutput(current.wire(), current.input(), content.length());
    try {
      content.writeTo(out);
      out.finish();
      return true;
    } catch (IOException e) {
      if (isAnswered(current)) {
        return false;
      }
      throw e;
    }
  }

  /** A host that refuses a request closes without reading the rest; its answer may be here. */
  private static boolean isAnswered(Open current) {
    try {
      return current.input().hasBytes();
    } catch (IOException e) {
      return false; // the failure to send is the one that counts
    }
  }

  private Open ready(Request request) {
    Open standing = open;
    String authority = request.uri().getScheme() + "://" + Dialer.authority(request.uri());
    if (standing != null && standing.authority().equals(authority) && isQuiet(standing)) {
      return standing;
    }
    open = null;
    hangUp();
    Open made = kept(authority).orElseGet(() -> dial(request, authority));
    open = made;
    return made;
  }

  private Optional<Open> kept(String authority) {
    Optional<Open> found = transport.kept(authority, SocketConnection::isQuiet);
    found.ifPresent(it -> attach(it.line()));
    return found;
  }

  private void attach(Line fresh) {
    line = fresh;
    transport.remember(this);
    transport.watch().add(fresh);
  }

  /** A connection on which the host said something unasked, or ended, is of no more use. */
  private static boolean isQuiet(Open standing) {
    try {
      return !standing.input().hasNews();
    } catch (IOException e) {
      return false;
    }
  }

  private Open dial(Request request, String authority) {
    Line fresh = null;
    try {
      SocketChannel channel = SocketChannel.open();
      fresh = new Line(channel);
      attach(fresh);
      if (transport.isClosed()) {
        throw new IOException("the transport is closed");
      }
      Wire wire = transport.dialer().dial(request.uri(), channel, fresh);
      return new Open(authority, fresh, wire, new WireInput(wire));
    } catch (IOException e) {
      hangUp();
      if (Thread.currentThread().isInterrupted()) {
        throw Interruptions.raise(new InterruptedException());
      }
      throw Failures.dialing(request, e);
    } catch (LifelineException e) {
      hangUp();
      throw e;
    }
  }

  private LifelineException failure(Request request, Line failed, IOException cause) {
    if (Thread.currentThread().isInterrupted()) {
      return Interruptions.raise(new InterruptedException());
    }
    return failed.isStalled()
        ? Failures.stalled(request, transport.limits().stall(), cause)
        : Failures.of(request, cause);
  }

  private void hangUp() {
    Line last = line;
    if (last != null) {
      transport.watch().remove(last);
      try {
        last.close();
      } catch (IOException e) {
        // it is of no more use in any case
      }
    }
  }

  private static boolean ends(Answer head) {
    return head.header("connection").orElse("").equalsIgnoreCase("close");
  }
}
