package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again whether the person has signed in, until there is an answer. */
final class DeviceCodePoll {
  /** RFC 8628: what each {@code slow_down} adds. */
  private static final Duration SLOWER = Duration.ofSeconds(5);

  /** How many questions in a row may meet a passing fault. */
  private static final int PATIENCE = 4;

  private final Transport transport;
  private final Time time;
  private Duration pause;
  private int faults;

  DeviceCodePoll(Transport transport, Time time, Duration interval) {
    this.transport = transport;
    this.time = time;
    this.pause = interval;
  }

  /**
   * Asks until the code ends.
   *
   * @param attempt of whom a refusal speaks
   * @param ends when the code does
   * @param request makes the question
   */
  Grant await(Attempt attempt, Instant ends, Supplier<Request> request) {
    while (time.instant().plus(pause).isBefore(ends)) {
      time.sleep(pause);
      Instant asked = time.instant();
      Optional<Answer> answer = ask(request.get());
      Optional<Grant> grant = answer.flatMap(it -> Grant.in(it, asked));
      if (grant.isPresent()) {
        return grant.get();
      }
      if (answer.isPresent() && !goesOn(answer.get())) {
        throw Refusals.of(attempt, answer.get()).raise();
      }
    }
    throw Problem.of(ProblemCode.DEVICE_CODE_EXPIRED, attempt + ": nobody signed in in time")
        .why(Reason.CODE_GONE.why())
        .fix(Reason.CODE_GONE.fix())
        .raise();
  }

  /** Empty when the network failed in a way that may pass. */
  private Optional<Answer> ask(Request request) {
    try {
      return Optional.of(transport.send(request));
    } catch (LifelineException e) {
      boolean passing = e.code() == ProblemCode.UNREACHABLE || e.code() == ProblemCode.ANSWER_LOST;
      if (!passing || ++faults >= PATIENCE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private boolean goesOn(Answer answer) {
    String error = Refusal.in(answer).map(Refusal::error).orElse("");
    boolean slower = error.equals("slow_down");
    if (slower || error.equals("authorization_pending")) {
      faults = 0;
      pause = slower ? pause.plus(SLOWER) : pause;
      return true;
    }
    return Refusal.isPassing(answer) && ++faults < PATIENCE;
  }
}
