package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.BulkConnection;
import dev.lifeline.core.http.BulkTransport;
import dev.lifeline.core.http.Content;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The way to the blob store, on which the test lets things go wrong. */
final class Mishaps implements BulkTransport {
  /** A request with its content. */
  record Sent(Request request, Content content) {
    boolean isBlock() {
      return request.uri().getRawQuery().contains("comp=block&");
    }

    int blockIndex() {
      return index(request);
    }

    Sent header(String name, String value) {
      return new Sent(request.header(name, value), content);
    }

    /** The same with as many bytes, which are others. */
    Sent damaged() {
      return new Sent(
          request,
          new Content() {
            @Override
            public long length() {
              return content.length();
            }

            @Override
            public void writeTo(WritableByteChannel out) throws IOException {
              out.write(ByteBuffer.allocate((int) content.length()));
            }
          });
    }
  }

  /** The rest of the way. */
  @FunctionalInterface
  interface Onwards {
    Answer send(Sent sent);
  }

  /** What happens to a request on its way. */
  @FunctionalInterface
  interface OnTheWayThere {
    Answer send(Sent sent, Onwards onwards);
  }

  /** What happens to an answer's head on its way back. */
  @FunctionalInterface
  interface OnTheWayBack {
    Answer head(Request request, Answer head);
  }

  /** What happens to the bytes of an answer on their way back. */
  @FunctionalInterface
  interface InTheBody {
    InputStream body(Request request, InputStream body);
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  volatile OnTheWayThere onTheWayThere = (sent, onwards) -> onwards.send(sent);
  volatile OnTheWayBack onTheWayBack = (request, head) -> head;
  volatile InTheBody inTheBody = (request, body) -> body;

  private final BulkTransport onwards;

  Mishaps(BulkTransport onwards) {
    this.onwards = onwards;
  }

  /** Which blocks were sent, each once. */
  Set<Integer> blocks() {
    return requests.stream()
        .filter(it -> it.uri().getRawQuery().contains("comp=block&"))
        .map(Mishaps::index)
        .collect(Collectors.toSet());
  }

  /** Block ids end in their place among the blocks. */
  private static int index(Request request) {
    String id = request.uri().getRawQuery().replaceFirst(".*blockid=", "");
    String text =
        new String(
            Base64.getDecoder().decode(URLDecoder.decode(id, StandardCharsets.UTF_8)),
            StandardCharsets.US_ASCII);
    return Integer.parseInt(text.substring(text.length() - 8));
  }

  @Override
  public BulkConnection connection() {
    BulkConnection connection = onwards.connection();
    return new BulkConnection() {
      @Override
      public Answer send(Request request, Content content) {
        requests.add(request);
        return onTheWayThere.send(
            new Sent(request, content), sent -> connection.send(sent.request(), sent.content()));
      }

      @Override
      public <T> T receive(Request request, Receiver<T> receiver) {
        requests.add(request);
        return connection.receive(
            request,
            (head, body) ->
                receiver.receive(onTheWayBack.head(request, head), inTheBody.body(request, body)));
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }

  @Override
  public void close() {
    onwards.close();
  }
}
