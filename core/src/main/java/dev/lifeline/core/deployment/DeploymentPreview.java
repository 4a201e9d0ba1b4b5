package dev.lifeline.core.deployment;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a deployment.
 *
 * @param environment where it would go
 * @param asset what would go there
 * @param joins the operation that would be followed in place of a start, or null
 * @param obstacles every reason for which it would be refused; may be empty
 */
public record DeploymentPreview(
    Environment environment, Asset asset, @Nullable ActivityId joins, List<Problem> obstacles) {
  public DeploymentPreview {
    obstacles = List.copyOf(obstacles);
  }
}
