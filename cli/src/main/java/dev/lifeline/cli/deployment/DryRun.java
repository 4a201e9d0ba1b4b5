package dev.lifeline.cli.deployment;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.deployment.DeploymentPreview;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that is only looked at.
 *
 * @param shell whose command it is
 * @param project the project
 * @param order what would be deployed
 */
record DryRun(Shell shell, ProjectId project, DeploymentOrder order) {
  /** Shows what would happen; fails with the first obstacle, as the deployment would. */
  void show(DeploymentPreview preview) {
    List<Problem> obstacles = preview.obstacles();
    List<String> lines = new ArrayList<>();
    lines.add(
        (obstacles.isEmpty() ? "would deploy '" : "would not deploy '")
            + preview.asset().name()
            + "' to '"
            + preview.environment().name()
            + "' in project "
            + project
            + ", with a deployment of type "
            + order.target().type().id());
    if (preview.joins() != null) {
      lines.add("it goes on already, as " + preview.joins() + ": it would be followed");
    }
    obstacles.forEach(
        obstacle -> lines.add("refused  " + obstacle.code() + ": " + obstacle.message()));
    shell.console().result(json(preview), lines);
    if (!obstacles.isEmpty()) {
      throw obstacles.get(0).raise();
    }
  }

  private Map<String, @Nullable Object> json(DeploymentPreview preview) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("environmentId", preview.environment().id().value());
    json.put("environmentName", preview.environment().name());
    json.put("assetId", preview.asset().id().value());
    json.put("type", order.target().type().id());
    json.put("part", order.target().part());
    json.put("joins", preview.joins() == null ? null : preview.joins().value());
    json.put("obstacles", preview.obstacles().stream().map(DryRun::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Problem problem) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", problem.code().name());
    json.put("message", problem.message());
    json.put("why", problem.why());
    json.put("fix", problem.fixes());
    return json;
  }
}
