package dev.lifeline.core.entra;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what Entra ID answers instead of a token into words for the person who can mend it. */
final class Refusals {
  private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{5,8})");
  private static final RefusalJson NOTHING =
      new RefusalJson(null, null, null, null, null, null, null);

  private Refusals() {}

  static Problem of(Account account, Answer answer) {
    Optional<RefusalJson> parsed = Json.readSnakeCase(answer.text(), RefusalJson.class);
    RefusalJson refusal = parsed.orElse(NOTHING);
    if (answer.isPassing()) {
      return withFacts(busy(account, answer), refusal, null);
    }
    if (refusal.error() == null) {
      return unreadable(account, answer);
    }
    Optional<Integer> number = number(refusal);
    Problem problem =
        number
            .flatMap(Aadsts::withNumber)
            .map(row -> known(account, row, number.get()))
            .orElseGet(() -> unknown(account, refusal));
    return withFacts(problem, refusal, number.orElse(null));
  }

  /** Old answers put a wrapper first, so the last code is the telling one. */
  private static Optional<Integer> number(RefusalJson refusal) {
    List<Integer> codes = refusal.errorCodes();
    if (codes != null && !codes.isEmpty()) {
      return Optional.ofNullable(codes.get(codes.size() - 1));
    }
    Matcher matcher = NUMBER.matcher(String.valueOf(refusal.errorDescription()));
    Optional<Integer> last = Optional.empty();
    while (matcher.find()) {
      last = Optional.of(Integer.parseInt(matcher.group(1)));
    }
    return last;
  }

  private static Problem known(Account account, Aadsts row, int number) {
    return Problem.of(row.code(), refused(account) + ": " + row.what() + " (AADSTS" + number + ")")
        .why(row.why())
        .fix(row.fix())
        .step(row.step());
  }

  private static Problem unknown(Account account, RefusalJson refusal) {
    String words = refusal.errorDescription();
    String firstLine = words == null ? refusal.error() : words.split("\\R| Trace ID:", 2)[0];
    return Problem.of(ProblemCode.SIGN_IN_REFUSED, refused(account) + ": " + firstLine)
        .why("Entra ID gave this reason; Lifeline has no better words for it.")
        .fix(
            "look the code up at https://login.microsoftonline.com/error, or find the attempt in the account's sign-in log")
        .step(SetupStep.ACCOUNT);
  }

  private static Problem busy(Account account, Answer answer) {
    ProblemCode code =
        answer.status() == 429 ? ProblemCode.THROTTLED : ProblemCode.SERVICE_UNAVAILABLE;
    return Problem.of(code, "sign-in as '" + account.username() + "' got no decision: " + answer)
        .why("Entra ID, or a proxy before it, is overloaded or out of order.")
        .fix("try again in some minutes")
        .detail("status", answer.status());
  }

  private static Problem unreadable(Account account, Answer answer) {
    return Problem.of(
            ProblemCode.SIGN_IN_REFUSED,
            "'" + account.authority() + "' answered " + answer + ", which is no answer of Entra ID")
        .why("The address is not an Entra ID authority, or a proxy answered in its place.")
        .fix("check the authentication endpoint of the connection, and the proxy")
        .step(SetupStep.CONNECTION)
        .detail("status", answer.status());
  }

  private static String refused(Account account) {
    return "sign-in as '" + account.username() + "' was refused";
  }

  private static Problem withFacts(Problem problem, RefusalJson refusal, @Nullable Integer number) {
    return problem
        .detail("aadsts", number)
        .detail("suberror", refusal.suberror())
        .detail("traceId", refusal.traceId())
        .detail("correlationId", refusal.correlationId())
        .detail("timestamp", refusal.timestamp());
  }
}
