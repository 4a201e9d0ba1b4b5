package dev.lifeline.core.blob;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to the blob store, on which the test lets things go wrong. */
final class Mishaps implements Transport {
  /** What happens to a request on its way. */
  @FunctionalInterface
  interface OnTheWayThere {
    Answer send(Request request, Transport onwards);
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
  volatile OnTheWayThere onTheWayThere = (request, onwards) -> onwards.send(request);
  volatile OnTheWayBack onTheWayBack = (request, head) -> head;
  volatile InTheBody inTheBody = (request, body) -> body;

  private final Transport onwards;

  Mishaps(Transport onwards) {
    this.onwards = onwards;
  }

  @Override
  public Answer send(Request request) {
    requests.add(request);
    return onTheWayThere.send(request, onwards);
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    requests.add(request);
    return onwards.receive(
        request,
        (head, body) ->
            receiver.receive(onTheWayBack.head(request, head), inTheBody.body(request, body)));
  }

  @Override
  public void close() {
    onwards.close();
  }
}
