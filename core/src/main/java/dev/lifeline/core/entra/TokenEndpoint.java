package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Backoff;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where forms become tokens (Entra sign-in: the token request itself). What passes by itself is
 * tried again within a bound, whatever HTTP status it came with; a refusal never is. Thread-safe.
 */
final class TokenEndpoint {
  /** Entra sign-in: catalogue, back off 2-4-8 s, 3 to 4 tries. */
  static final RetryPolicy POLICY =
      new RetryPolicy(
          4, false, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofMinutes(5));

  private final Transport transport;
  private final Retries retries;
  private final Supplier<UUID> ids;

  TokenEndpoint(Transport transport, Retries retries, Supplier<UUID> ids) {
    this.transport = transport;
    this.retries = retries.with(POLICY);
    this.ids = ids;
  }

  /**
   * A token, or the reason why there is none.
   *
   * @throws LifelineException of kind SIGN_IN when it is refused, of kind GAVE_UP when there was no
   *     decision
   */
  Grant grant(Attempt attempt, Map<String, String> form) {
    Instant asked = retries.time().instant();
    Answer answer = ask(attempt, form);
    return Grant.in(answer, asked).orElseThrow(() -> Refusals.of(attempt, answer).raise());
  }

  private Answer ask(Attempt attempt, Map<String, String> form) {
    Backoff backoff = retries.begin();
    while (true) {
      Request request = request(attempt, form, ids);
      try {
        Answer answer = transport.send(request);
        Instant now = retries.time().instant();
        if (!Refusal.isPassing(answer)
            || !backoff.pause(
                request.shownAddress(), reason(answer), answer.retryAfter(now).orElse(null))) {
          return answer;
        }
      } catch (LifelineException e) {
        if (e.code() != ProblemCode.UNREACHABLE
            || !backoff.pause(request.shownAddress(), e.problem().message(), null)) {
          throw e;
        }
      }
    }
  }

  /** The form as one request, which no transport repeats. */
  static Request request(Attempt attempt, Map<String, String> form, Supplier<UUID> ids) {
    return Request.post(attempt.authority().tokenEndpoint(), Body.form(form))
        .header("Accept", "application/json")
        .header("client-request-id", ids.get().toString())
        .header("return-client-request-id", "true")
        .repeat(Repeat.BY_THE_SENDER);
  }

  private static String reason(Answer answer) {
    return Refusal.in(answer)
        .map(Refusal::number)
        .map(number -> "AADSTS" + number)
        .orElseGet(answer::toString);
  }
}
