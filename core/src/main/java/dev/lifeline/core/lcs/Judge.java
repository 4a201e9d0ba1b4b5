package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.lcs.wire.EnvelopeJson;
import dev.lifeline.core.lcs.wire.Enveloped;
import dev.lifeline.core.lcs.wire.RefusalJson;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one place that decides what an answer of LCS means. HTTP 200 is not success. */
final class Judge {
  private static final String FOR_EVER = "9999";

  private Judge() {}

  /** What the call is for, or the problem that the answer is. */
  static <T> T read(LcsCall<T> call, Answer answer, ApiEndpoint endpoint) {
    if (answer.isSuccess()) {
      return call.reader().apply(answer);
    }
    throw failure(call, answer, endpoint).detail("status", answer.status()).raise();
  }

  private static Problem failure(LcsCall<?> call, Answer answer, ApiEndpoint endpoint) {
    return switch (answer.status()) {
      case 401 -> tokenRefused(endpoint);
      case 403 -> forbidden(call, answer);
      case 404 -> call.notFound().detail("message", words(answer).orElse(null));
      case 429 -> throttled(call, answer);
      default ->
          answer.isPassing() ? unavailable(call, answer) : refused(call.does(), answer, null);
    };
  }

  /** The text as JSON of that shape; a text that holds only a message is a refusal. */
  static <T> T json(String does, Answer answer, Class<T> type) {
    return Json.read(answer.text(), type)
        .orElseThrow(
            () ->
                words(answer)
                    .map(message -> refused(does, answer, message))
                    .orElseGet(() -> unreadable(does, "it is not the JSON that its API documents"))
                    .raise());
  }

  /** Whether it was done: the answer is empty, or JSON that holds no message. */
  static boolean done(String does, Answer answer) {
    if (!answer.text().isBlank() && json(does, answer, RefusalJson.class).message() != null) {
      throw refused(does, answer, null).raise();
    }
    return true;
  }

  /** The answer in its envelope, when that says success. */
  static <T extends Enveloped> T enveloped(String does, Answer answer, Class<T> type) {
    T json = json(does, answer, type);
    if (json.isSuccess() == null && words(answer).isEmpty()) {
      throw unreadable(does, "it does not say whether it was done").raise();
    }
    if (!Boolean.TRUE.equals(json.isSuccess())) {
      throw DailyLimit.in(json.errorMessage())
          .map(limit -> limit.refuses(does))
          .orElseGet(() -> refused(does, answer, json.errorMessage()))
          .raise();
    }
    return json;
  }

  /** The day on which this version of the API ends, when LCS announces it. */
  static Optional<String> versionEnd(Answer answer) {
    return Json.read(answer.text(), EnvelopeJson.class)
        .map(EnvelopeJson::versionEol)
        .filter(end -> !end.startsWith(FOR_EVER))
        .map(end -> end.split("T", 2)[0]);
  }

  static Problem refused(String does, Answer answer, @Nullable String message) {
    String words = message != null && !message.isBlank() ? message : words(answer).orElse("");
    return Problem.of(
            ProblemCode.LCS_REFUSED,
            "LCS refused to " + does + (words.isEmpty() ? "" : ": " + words))
        .why(
            words.isEmpty()
                ? "LCS answered " + answer + " and gave no reason."
                : "These are the words of LCS itself.")
        .fix(
            "open the project in the LCS portal and see whether the same is possible there by hand");
  }

  static Problem unreadable(String does, String what) {
    return Problem.of(
            ProblemCode.LCS_ANSWER_UNREADABLE,
            "the answer of LCS to the request to " + does + " cannot be read: " + what)
        .why("A proxy or a sign-in page may have answered in its place, or the answer was cut off.")
        .fix("check the LCS API endpoint of the connection, and the proxy; then try again");
  }

  private static Problem tokenRefused(ApiEndpoint endpoint) {
    return Problem.of(
            ProblemCode.TOKEN_REFUSED, "LCS at '" + endpoint + "' does not accept this account")
        .why(
            "The sign-in succeeded, but LCS does not know the account yet, or the token is for another geography.")
        .fix(
            "sign in to the LCS portal of this geography once with this account and open the project")
        .fix("check that the connection's LCS API endpoint is the project's geography")
        .step(SetupStep.FIRST_SIGN_IN);
  }

  private static Problem forbidden(LcsCall<?> call, Answer answer) {
    return Problem.of(ProblemCode.PROJECT_NOT_VISIBLE, "this account may not " + call.does())
        .why(
            "It is not a member of the project, has not accepted the invitation, lacks the role, or the project lives in another geography.")
        .fix("sign in to the LCS portal once with this account and open the project")
        .fix("for servicing, give the account the role Project owner or Environment manager")
        .fix("check that the connection's LCS API endpoint is the project's geography")
        .step(SetupStep.FIRST_SIGN_IN)
        .detail("message", words(answer).orElse(null));
  }

  private static Problem throttled(LcsCall<?> call, Answer answer) {
    return Problem.of(ProblemCode.THROTTLED, "LCS is throttling the request to " + call.does())
        .why("LCS limits how often a project, an environment and a user may ask.")
        .fix("run fewer jobs at once against this project, or try again in some minutes")
        .detail("retryAfter", answer.header("retry-after").orElse(null));
  }

  private static Problem unavailable(LcsCall<?> call, Answer answer) {
    return Problem.of(
            ProblemCode.SERVICE_UNAVAILABLE,
            "LCS could not " + call.does() + ": it answered " + answer)
        .why(
            "LCS, or a proxy before it, has a fault of its own that did not pass while Lifeline tried again.")
        .fix("try again in some minutes")
        .detail("message", words(answer).orElse(null));
  }

  private static Optional<String> words(Answer answer) {
    return Json.read(answer.text(), RefusalJson.class)
        .map(json -> json.message() == null ? json.errorMessage() : json.message())
        .filter(words -> !words.isBlank());
  }
}
