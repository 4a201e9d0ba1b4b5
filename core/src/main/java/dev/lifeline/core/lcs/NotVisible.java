package dev.lifeline.core.lcs;

import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;

/** What it means that LCS does not know something, or does not let this account see it. */
final class NotVisible {
  private NotVisible() {}

  static Problem project(ProjectId project) {
    return Problem.of(
            ProblemCode.PROJECT_NOT_VISIBLE,
            "project " + project + " is not visible to this account")
        .why(
            "A project lives in exactly one geography, and the account sees it only as a member who has accepted the invitation.")
        .fix(
            "check the project id, and whether the connection's LCS API endpoint is the project's geography")
        .fix("sign in to the LCS portal once with this account and open the project")
        .step(SetupStep.FIRST_SIGN_IN)
        .detail("projectId", project.value());
  }

  static Problem library() {
    return Problem.of(
            ProblemCode.PROJECT_NOT_VISIBLE,
            "the shared asset library is not visible to this account")
        .why("LCS shows it to accounts that have signed in to the portal before.")
        .fix("sign in to the LCS portal once with this account")
        .step(SetupStep.FIRST_SIGN_IN);
  }

  static Problem asset(ProjectId project, AssetId asset) {
    return Problem.of(ProblemCode.ASSET_NOT_FOUND, "no asset " + asset + " in project " + project)
        .why("It was never committed, was deleted, or belongs to another project.")
        .fix("look it up with: lifeline asset list --project-id " + project)
        .detail("assetId", asset.value());
  }

  static Problem environment(ProjectId project, EnvironmentId environment) {
    return Problem.of(
            ProblemCode.ENVIRONMENT_NOT_FOUND,
            "no environment " + environment + " in project " + project)
        .why(
            "The id is mistyped, the environment belongs to another project, or the operation to another environment.")
        .fix("copy the environment's id from its page in the LCS portal")
        .detail("environmentId", environment.value());
  }
}
