package dev.lifeline.core.http;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.util.function.UnaryOperator;

/**
 * Sends a request again where the request allows it and the failure is a passing one. After the
 * last attempt the answer, or the failure, is the caller's. Bodies that are received as a stream
 * are not repeated here: only their reader knows how far it came.
 */
public final class RetryingTransport implements Transport {
  private final Transport transport;
  private final Retries retries;

  public RetryingTransport(Transport transport, Retries retries) {
    this.transport = transport;
    this.retries = retries;
  }

  /** The same patience with something between it and the network, which sees each attempt. */
  public RetryingTransport around(UnaryOperator<Transport> between) {
    return new RetryingTransport(between.apply(transport), retries);
  }

  @Override
  public Answer send(Request request) {
    return fromTheHost(repeatedly(request));
  }

  private Answer repeatedly(Request request) {
    Backoff backoff = retries.begin();
    while (true) {
      try {
        Answer answer = transport.send(request);
        if (!mayRepeat(request.repeat(), answer)
            || !backoff.pause(
                request.shownAddress(),
                answer.toString(),
                answer.retryAfter(retries.time().instant()).orElse(null))) {
          return answer;
        }
      } catch (LifelineException e) {
        if (!mayRepeat(request.repeat(), e.code())
            || !backoff.pause(request.shownAddress(), e.problem().message(), null)) {
          throw e;
        }
      }
    }
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    return transport.receive(request, (head, body) -> receiver.receive(fromTheHost(head), body));
  }

  @Override
  public void close() {
    transport.close();
  }

  private static Answer fromTheHost(Answer answer) {
    if (answer.status() == 407) {
      throw Failures.proxyRefused();
    }
    return answer;
  }

  private static boolean mayRepeat(Repeat repeat, Answer answer) {
    return switch (repeat) {
      case ALWAYS, AFTER_AN_ANSWER -> answer.isPassing();
      case WHEN_NOT_CARRIED_OUT -> answer.status() == 429;
      case BY_THE_SENDER -> false;
    };
  }

  private static boolean mayRepeat(Repeat repeat, ProblemCode code) {
    return (code == ProblemCode.UNREACHABLE && repeat != Repeat.BY_THE_SENDER)
        || (code == ProblemCode.ANSWER_LOST && repeat == Repeat.ALWAYS);
  }
}
