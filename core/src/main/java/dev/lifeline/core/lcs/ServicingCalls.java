package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.lcs.wire.EnvelopeJson;
import dev.lifeline.core.lcs.wire.OperationJson;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import java.util.function.Consumer;

/** The calls that service an environment (LCS API: servicing an environment). */
final class ServicingCalls {
  private ServicingCalls() {}

  static LcsCall<ActivityId> applyUpdate(
      ProjectId project, HqUpdate update, Consumer<String> versionEnds) {
    String does = "start the update '" + update.updateName() + "'";
    return new LcsCall<>(
        does,
        "POST",
        environment("applyupdate", project, update.environment())
            + "/asset/"
            + update.asset()
            + "?updateName="
            + Paths.encoded(update.updateName()),
        Body.empty(),
        Repeat.WHEN_NOT_CARRIED_OUT, // a second POST starts a second deployment
        NotVisible.environment(project, update.environment()),
        answer -> activity(does, answer, versionEnds));
  }

  static LcsCall<String> status(
      ProjectId project,
      EnvironmentId environment,
      ActivityId activity,
      Consumer<String> versionEnds) {
    String does = "show the operation " + activity;
    return new LcsCall<>(
        does,
        "GET",
        environment("fetchstatus", project, environment) + "/operationactivity/" + activity,
        Body.empty(),
        Repeat.ALWAYS,
        NotVisible.environment(project, environment),
        answer -> word(does, answer, versionEnds));
  }

  private static String environment(String verb, ProjectId project, EnvironmentId environment) {
    return "/environment/v2/" + verb + "/project/" + project + "/environment/" + environment;
  }

  private static ActivityId activity(String does, Answer answer, Consumer<String> versionEnds) {
    EnvelopeJson json = Judge.json(does, answer, EnvelopeJson.class);
    Judge.envelope(
        does,
        answer,
        new Judge.Envelope(json.isSuccess(), json.errorMessage(), json.versionEol()),
        versionEnds);
    String activity = json.operationActivityId();
    try {
      return new ActivityId(activity == null ? "" : activity);
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, "it holds no activity id").raise(e);
    }
  }

  private static String word(String does, Answer answer, Consumer<String> versionEnds) {
    OperationJson json = Judge.json(does, answer, OperationJson.class);
    Judge.envelope(
        does,
        answer,
        new Judge.Envelope(json.isSuccess(), json.errorMessage(), json.versionEol()),
        versionEnds);
    String status = json.operationStatus();
    if (status == null || status.isBlank()) {
      throw Judge.unreadable(does, "it holds no status").raise();
    }
    return status;
  }
}
