package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.lcs.wire.EnvironmentJson;
import dev.lifeline.core.lcs.wire.EnvironmentPageJson;
import dev.lifeline.core.lcs.wire.HistoryJson;
import dev.lifeline.core.lcs.wire.HistoryPageJson;
import dev.lifeline.core.lcs.wire.RsatJson;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.Page;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.RsatCertificate;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.rate.RateLimit;
import dev.lifeline.core.rate.RateUse;
import java.util.Base64;

/** The calls that describe environments, start and stop them (LCS API: environments). */
final class EnvironmentCalls {
  private EnvironmentCalls() {}

  static LcsCall<Page<Environment>> page(ProjectId project, int page) {
    return detail("list the environments of project " + project, project, "page=" + page, page);
  }

  static LcsCall<Page<Environment>> named(ProjectId project, String name) {
    String does = "find the environment '" + name + "'";
    return detail(does, project, "environmentName=" + Paths.encoded(name), 1);
  }

  static LcsCall<Page<Environment>> withId(ProjectId project, EnvironmentId id) {
    return detail("find the environment " + id, project, "environmentId=" + id, 1);
  }

  private static LcsCall<Page<Environment>> detail(
      String does, ProjectId project, String query, int page) {
    return LcsCall.asking(
            does,
            "/environmentinfo/v1/detail/project/" + project + "/?" + query,
            NotVisible.project(project),
            answer -> {
              EnvironmentPageJson json = Judge.enveloped(does, answer, EnvironmentPageJson.class);
              return Pages.page(
                  new Pages.Mark(page, json.resultPageCurrent(), json.resultHasMorePages()),
                  json.data(),
                  row -> toEnvironment(does, row));
            })
        .counting(new RateUse(RateLimit.ENVIRONMENT_METADATA, project, null));
  }

  static LcsCall<Page<HistoryEntry>> history(
      ProjectId project, EnvironmentId environment, int page) {
    String does = "show the history of the environment " + environment;
    return LcsCall.asking(
            does,
            "/environmentinfo/v1/history" + environment(project, environment) + "/?page=" + page,
            NotVisible.environment(project, environment),
            answer -> {
              HistoryPageJson json = Judge.enveloped(does, answer, HistoryPageJson.class);
              return Pages.page(
                  new Pages.Mark(page, json.resultPageCurrent(), json.resultHasMorePages()),
                  json.data(),
                  EnvironmentCalls::toEntry);
            })
        .counting(
            new RateUse(RateLimit.ENVIRONMENT_HISTORY, project, environment),
            new RateUse(RateLimit.PROJECT_HISTORY, project, environment));
  }

  static LcsCall<ActivityId> start(ProjectId project, EnvironmentId environment) {
    return power("start", project, environment);
  }

  static LcsCall<ActivityId> stop(ProjectId project, EnvironmentId environment) {
    return power("stop", project, environment);
  }

  private static LcsCall<ActivityId> power(
      String verb, ProjectId project, EnvironmentId environment) {
    String does = verb + " the environment " + environment;
    return LcsCall.starting(
            does,
            "/environment/v1/" + verb + environment(project, environment),
            NotVisible.environment(project, environment),
            answer -> Operations.activity(does, Operations.started(does, answer)))
        .counting(
            new RateUse(RateLimit.ENVIRONMENT_POWER, project, environment),
            new RateUse(RateLimit.USER_POWER, project, environment));
  }

  static LcsCall<RsatCertificate> rsatCertificate(ProjectId project, EnvironmentId environment) {
    String does = "fetch the RSAT certificate of the environment " + environment;
    return LcsCall.asking(
            does,
            "/environmentinfo/v1/rsatdownload" + environment(project, environment),
            NotVisible.environment(project, environment),
            answer -> certificate(does, answer))
        .counting(new RateUse(RateLimit.RSAT_CERTIFICATE, project, environment));
  }

  private static RsatCertificate certificate(String does, Answer answer) {
    RsatJson.Certificate data = Judge.enveloped(does, answer, RsatJson.class).data();
    Secret zip = data == null ? null : data.certificateZipEncoded();
    Secret password = data == null ? null : data.certificateSecretEncoded();
    if (data == null || zip == null || password == null) {
      throw Judge.unreadable(does, "it holds no certificate, or no password of it").raise();
    }
    decoded(does, zip);
    return new RsatCertificate(
        zip,
        Secret.ofUtf8(decoded(does, password)),
        Known.text(data.filename()),
        LcsDates.instant(data.expirationDateTimeUtc()).orElse(null));
  }

  /** The cause is left out: it would quote a character of the secret. */
  private static byte[] decoded(String does, Secret base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.reveal());
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // told below, together with what decodes to nothing
    }
    throw Judge.unreadable(does, "certificate or password is not base64").raise();
  }

  private static String environment(ProjectId project, EnvironmentId environment) {
    return "/project/" + project + "/environment/" + environment;
  }

  private static Environment toEnvironment(String does, EnvironmentJson json) {
    EnvironmentId id = Known.environment(json.environmentId());
    if (id == null) {
      throw Judge.unreadable(does, "it holds an environment without an id").raise();
    }
    return new Environment(
        id,
        Known.text(json.environmentName()),
        Known.project(json.projectId()),
        new Environment.Kind(
            json.environmentInfrastructure(),
            json.environmentType(),
            json.environmentGroup(),
            json.environmentProduct()),
        new Environment.State(
            json.deploymentState(),
            json.deploymentStatusDisplay(),
            json.canStart(),
            json.canStop()),
        new Environment.Software(
            json.topologyDisplayName(),
            json.currentApplicationBuildVersion(),
            json.currentApplicationReleaseName(),
            json.currentPlatformReleaseName(),
            json.currentPlatformVersion(),
            LcsDates.instant(json.deployedOnUtc()).orElse(null)),
        new Environment.Place(
            json.environmentEndpointBaseUrl(),
            json.cloudStorageLocation(),
            json.disasterRecoveryLocation()));
  }

  private static HistoryEntry toEntry(HistoryJson json) {
    return new HistoryEntry(
        Known.text(json.name()),
        json.type(),
        json.typeDisplay(),
        LcsDates.instant(json.startDateTimeUtc()).orElse(null),
        LcsDates.instant(json.endDateTimeUtc()).orElse(null),
        json.status(),
        Known.activity(json.activityId()),
        Known.environment(json.environmentId()),
        Known.project(json.projectId()));
  }
}
