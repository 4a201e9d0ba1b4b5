package dev.lifeline.core.lcs;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.lcs.wire.EnvironmentJson;
import dev.lifeline.core.lcs.wire.EnvironmentPageJson;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The calls that describe environments (LCS API: environments). */
final class EnvironmentCalls {
  private EnvironmentCalls() {}

  static LcsCall<List<Environment>> named(
      ProjectId project, String name, Consumer<String> versionEnds) {
    String does = "find the environment '" + name + "'";
    return detail(does, project, "environmentName=" + Paths.encoded(name), versionEnds);
  }

  static LcsCall<List<Environment>> firstPage(ProjectId project, Consumer<String> versionEnds) {
    return detail("list the environments of project " + project, project, "page=1", versionEnds);
  }

  private static LcsCall<List<Environment>> detail(
      String does, ProjectId project, String query, Consumer<String> versionEnds) {
    return new LcsCall<>(
        does,
        "GET",
        "/environmentinfo/v1/detail/project/" + project + "/?" + query,
        Body.empty(),
        Repeat.ALWAYS,
        NotVisible.project(project),
        answer -> environments(does, answer, versionEnds));
  }

  private static List<Environment> environments(
      String does, Answer answer, Consumer<String> versionEnds) {
    EnvironmentPageJson json = Judge.json(does, answer, EnvironmentPageJson.class);
    Judge.envelope(
        does,
        answer,
        new Judge.Envelope(json.isSuccess(), json.errorMessage(), json.versionEol()),
        versionEnds);
    List<EnvironmentJson> rows = json.data() == null ? List.of() : json.data();
    return rows.stream().filter(Objects::nonNull).map(row -> toEnvironment(does, row)).toList();
  }

  private static Environment toEnvironment(String does, EnvironmentJson json) {
    try {
      return new Environment(
          new EnvironmentId(json.environmentId() == null ? "" : json.environmentId()),
          json.environmentName() == null ? "" : json.environmentName(),
          json.environmentType(),
          json.environmentInfrastructure(),
          json.deploymentStatusDisplay());
    } catch (IllegalArgumentException e) {
      throw Judge.unreadable(does, "it holds an environment without an id").raise(e);
    }
  }
}
