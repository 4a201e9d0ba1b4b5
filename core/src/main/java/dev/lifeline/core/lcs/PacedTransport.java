package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Receiver;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.rate.RateBudget;
import dev.lifeline.core.rate.RateUse;
import dev.lifeline.core.time.Time;
import java.util.List;

/** Sends each request of a call, also a repeated one, when the rate budget allows it. */
final class PacedTransport implements Transport {
  private final Transport transport;
  private final RateBudget budget;
  private final List<RateUse> uses;
  private final Time time;

  PacedTransport(Transport transport, RateBudget budget, List<RateUse> uses, Time time) {
    this.transport = transport;
    this.budget = budget;
    this.uses = uses;
    this.time = time;
  }

  @Override
  public Answer send(Request request) {
    budget.await(uses);
    Answer answer = transport.send(request);
    if (answer.status() == 429) {
      answer.retryAfter(time.instant()).ifPresent(asked -> budget.close(uses, asked));
    }
    return answer;
  }

  @Override
  public <T> T receive(Request request, Receiver<T> receiver) {
    budget.await(uses);
    return transport.receive(request, receiver);
  }

  /** The transport belongs to whoever made it. */
  @Override
  public void close() {}
}
