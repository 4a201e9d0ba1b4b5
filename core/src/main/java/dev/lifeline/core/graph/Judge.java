package dev.lifeline.core.graph;

import dev.lifeline.core.graph.wire.ErrorJson;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** The one place that decides what an answer of Microsoft Graph means. */
final class Judge {
  private static final ErrorJson.Detail NOTHING = new ErrorJson.Detail(null, null);

  private Judge() {}

  /** What the call is for, or the problem that the answer is. */
  static <T> T read(GraphCall<T> call, Answer answer) {
    if (answer.isSuccess() || (answer.status() == 404 && call.maybeAbsent())) {
      return call.reader().apply(answer);
    }
    throw failure(call, answer)
        .detail("status", answer.status())
        .detail("graphCode", error(answer).code())
        .detail("requestId", answer.header("request-id").orElse(null))
        .raise();
  }

  /** The text as JSON of that shape. */
  static <T> T json(String does, Answer answer, Class<T> type) {
    return Json.read(answer.text(), type)
        .orElseThrow(() -> unreadable(does, "it is not the JSON that its API documents").raise());
  }

  static Problem unreadable(String does, String what) {
    return Problem.of(
            ProblemCode.GRAPH_REFUSED,
            "the answer of Microsoft Graph to the request to " + does + " cannot be read: " + what)
        .why("A proxy may have answered in its place, or the address is not Microsoft Graph.")
        .fix("check the address of Microsoft Graph (--graph-endpoint), and the proxy");
  }

  private static Problem failure(GraphCall<?> call, Answer answer) {
    if (answer.status() == 403) {
      return administratorNeeded(call, answer);
    }
    if (answer.status() == 429) {
      return Problem.of(
              ProblemCode.THROTTLED, "Microsoft Graph is throttling the request to " + call.does())
          .why("Graph limits how often a tenant and an application may ask.")
          .fix("try again in some minutes")
          .detail("retryAfter", answer.header("retry-after").orElse(null));
    }
    return answer.isPassing() ? unavailable(call, answer) : refused(call, answer);
  }

  private static Problem administratorNeeded(GraphCall<?> call, Answer answer) {
    return Problem.of(
            ProblemCode.ADMINISTRATOR_NEEDED, "the account that signed in may not " + call.does())
        .why(
            "Entra ID allows it to an account with the role "
                + call.need().roles()
                + ", signed in with the permission "
                + call.need().permission()
                + ".")
        .fix("sign in as an account that has one of these roles, or ask one to do it")
        .fix("to have it done by hand in the portal, print the setup guide: lifeline app guide")
        .detail("message", error(answer).message());
  }

  private static Problem unavailable(GraphCall<?> call, Answer answer) {
    return Problem.of(
            ProblemCode.SERVICE_UNAVAILABLE,
            "Microsoft Graph could not " + call.does() + ": it answered " + answer)
        .why(
            "Graph, or a proxy before it, has a fault of its own that did not pass while Lifeline tried again.")
        .fix("try again in some minutes")
        .detail("message", error(answer).message());
  }

  private static Problem refused(GraphCall<?> call, Answer answer) {
    @Nullable String words = error(answer).message();
    boolean silent = words == null || words.isBlank();
    return Problem.of(
            ProblemCode.GRAPH_REFUSED,
            "Microsoft Graph refused to " + call.does() + (silent ? "" : ": " + words))
        .why(
            silent
                ? "Graph answered " + answer + " and gave no reason."
                : "These are the words of Microsoft Graph itself.")
        .fix("see in the Entra ID portal whether the same is possible there by hand");
  }

  private static ErrorJson.Detail error(Answer answer) {
    return Json.read(answer.text(), ErrorJson.class).map(ErrorJson::error).orElse(NOTHING);
  }
}
