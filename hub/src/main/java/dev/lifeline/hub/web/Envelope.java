package dev.lifeline.hub.web;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** How failures look: Azure DevOps' envelope, and beside it what Lifeline knows of a problem. */
final class Envelope {
  private Envelope() {}

  static Reply of(Refusal refusal) {
    Reply reply =
        Reply.json(envelope(refusal.fault(), String.valueOf(refusal.getMessage())))
            .status(refusal.fault().status());
    for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
      reply = reply.header(header.getKey(), header.getValue());
    }
    return reply;
  }

  /** A problem of core, with the words that the command line would say. */
  static Reply of(LifelineException failure) {
    Problem problem = failure.problem();
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", problem.code().name());
    error.put("message", problem.message());
    error.put("why", problem.why());
    error.put("fix", problem.fixes());
    error.put("step", problem.step() == null ? null : problem.step().id());
    error.put("details", problem.details());
    Fault fault =
        switch (problem.code().kind()) {
          case USAGE -> Fault.ARGUMENT;
          case NOT_FOUND -> Fault.NOT_FOUND;
          case SIGN_IN, FAILED, GAVE_UP, INTERNAL, INTERRUPTED -> Fault.INTERNAL;
        };
    Map<String, Object> envelope = envelope(fault, problem.message());
    envelope.put("error", error);
    return Reply.json(envelope).status(status(problem));
  }

  /** A refusal of Entra ID or LCS is not passing, and so no 5xx, which clients repeat. */
  private static int status(Problem problem) {
    return switch (problem.code().kind()) {
      case USAGE -> 400;
      case NOT_FOUND -> 404;
      case SIGN_IN, FAILED -> 424;
      case GAVE_UP, INTERRUPTED -> 503;
      case INTERNAL -> 500;
    };
  }

  static Map<String, Object> envelope(Fault fault, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("$id", "1");
    json.put("innerException", null);
    json.put("message", message);
    json.put("typeName", fault.typeName());
    json.put("typeKey", fault.typeKey());
    json.put("errorCode", 0);
    json.put("eventId", fault.eventId());
    return json;
  }
}
