package dev.lifeline.core.lookup;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the environment that a person means by an id or by its whole name. Thread-safe. */
public final class EnvironmentLookup {
  private final LcsClient lcs;

  public EnvironmentLookup(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * The id of an environment; LCS is asked only for a name.
   *
   * @throws LifelineException ENVIRONMENT_NOT_FOUND when none, or more than one, has that name
   */
  public EnvironmentId id(ProjectId project, String idOrName) {
    return EnvironmentId.isOne(idOrName)
        ? new EnvironmentId(idOrName)
        : named(project, idOrName).id();
  }

  /**
   * An environment as LCS describes it now.
   *
   * @throws LifelineException ENVIRONMENT_NOT_FOUND when none has that id or name, or more than one
   *     has that name
   */
  public Environment environment(ProjectId project, String idOrName) {
    return EnvironmentId.isOne(idOrName)
        ? environment(project, new EnvironmentId(idOrName))
        : named(project, idOrName);
  }

  /**
   * An environment as LCS describes it now.
   *
   * @throws LifelineException ENVIRONMENT_NOT_FOUND when none has that id
   */
  public Environment environment(ProjectId project, EnvironmentId id) {
    return lcs.environment(project, id)
        .orElseThrow(
            () ->
                notFound("no environment " + id + " in project " + project, project)
                    .why("The id is mistyped, or the environment belongs to another project.")
                    .detail("environmentId", id.value())
                    .raise());
  }

  private Environment named(ProjectId project, String name) {
    List<Environment> found =
        lcs.environmentsNamed(project, name.strip()).stream()
            .filter(environment -> environment.name().equalsIgnoreCase(name.strip()))
            .toList();
    if (found.isEmpty()) {
      throw notFound("no environment is named '" + name + "' in project " + project, project)
          .why("Environments are found by their id, or by their whole name.")
          .raise();
    }
    if (found.size() > 1) {
      throw notFound(
              "more than one environment is named '" + name + "' in project " + project, project)
          .why(
              "Their ids are "
                  + found.stream()
                      .map(environment -> environment.id().value())
                      .collect(Collectors.joining(" and "))
                  + ".")
          .raise();
    }
    return found.get(0);
  }

  private static Problem notFound(String message, ProjectId project) {
    return Problem.of(ProblemCode.ENVIRONMENT_NOT_FOUND, message)
        .fix("look it up with: lifeline environment list --project-id " + project);
  }
}
