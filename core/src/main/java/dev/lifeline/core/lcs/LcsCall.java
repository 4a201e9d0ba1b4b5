package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.rate.RateUse;
import java.util.List;
import java.util.function.Function;

/**
 * One call of the LCS Web API.
 *
 * @param does what it does, as the end of "LCS refused to ..."
 * @param method the HTTP method
 * @param path path and query, percent-encoded
 * @param body what it carries
 * @param repeat when it may be sent again
 * @param notFound what a 404 means
 * @param counts the limits that it counts against
 * @param reader reads an answer of status 2xx
 * @param <T> what the call is for
 */
record LcsCall<T>(
    String does,
    String method,
    String path,
    Body body,
    Repeat repeat,
    Problem notFound,
    List<RateUse> counts,
    Function<Answer, T> reader) {
  LcsCall {
    counts = List.copyOf(counts);
  }

  /** A call that only asks. */
  static <T> LcsCall<T> asking(
      String does, String path, Problem notFound, Function<Answer, T> reader) {
    return new LcsCall<>(
        does, "GET", path, Body.empty(), Repeat.ALWAYS, notFound, List.of(), reader);
  }

  /** A call that starts something; a second one would start it a second time. */
  static <T> LcsCall<T> starting(
      String does, String path, Problem notFound, Function<Answer, T> reader) {
    return new LcsCall<>(
        does, "POST", path, Body.empty(), Repeat.WHEN_NOT_CARRIED_OUT, notFound, List.of(), reader);
  }

  /** The same call, counting against limits. */
  LcsCall<T> counting(RateUse... uses) {
    return new LcsCall<>(does, method, path, body, repeat, notFound, List.of(uses), reader);
  }
}
