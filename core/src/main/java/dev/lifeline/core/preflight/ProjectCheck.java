package dev.lifeline.core.preflight;

import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import org.jspecify.annotations.Nullable;

/** Whether the account sees a project, and what its role lets it read there. */
final class ProjectCheck {
  private final ProjectView view;
  private final ProjectId project;
  private final String username;

  ProjectCheck(ProjectView view, ProjectId project, String username) {
    this.view = view;
    this.project = project;
    this.username = username;
  }

  /**
   * Whether LCS shows the project.
   *
   * @param advice what to do when it does not, besides what LCS's refusal suggests, or null
   * @throws LifelineException PROJECT_NOT_VISIBLE, or how else LCS refused it
   */
  Finding visible(@Nullable String advice) {
    LifelineException refusal = view.library().refusal();
    if (refusal != null && !view.isVisible()) {
      Problem problem = isForThisAccount(refusal) ? invisible(refusal) : refusal.problem();
      throw (advice == null ? problem : problem.fix(advice)).raise(refusal);
    }
    if (refusal != null) {
      return Finding.of("visible, though not its asset library");
    }
    return new Finding(
        "visible; " + packages(view.library().count()) + " in its library",
        view.isEmpty() ? empty(advice) : null);
  }

  /**
   * What the role lets the account do in the asset library.
   *
   * @throws LifelineException ROLE_INSUFFICIENT, or how else LCS refused it
   */
  Finding library() {
    ProjectView.Look look = view.library();
    requireShown(look, "asset library");
    return Finding.of(
        "can be read; whether the account may add to it cannot be seen without adding something");
  }

  /**
   * What the role lets the account do to environments.
   *
   * @throws LifelineException ROLE_INSUFFICIENT, or how else LCS refused it
   */
  Finding servicing() {
    ProjectView.Look look = view.environments();
    requireShown(look, "environments");
    return Finding.of(
        look.count() == 0
            ? "the project shows no environment to service"
            : "environments can be read; whether the account may service them cannot be seen without starting something");
  }

  private void requireShown(ProjectView.Look look, String what) {
    LifelineException refusal = look.refusal();
    if (refusal == null) {
      return;
    }
    if (!isForThisAccount(refusal)) {
      throw refusal;
    }
    throw Problem.of(
            ProblemCode.ROLE_INSUFFICIENT,
            "the role of '%s' in project %s does not suffice for its %s"
                .formatted(username, project, what))
        .why("LCS shows this account the project, and refuses it the " + what + ".")
        .fix(
            "in LCS, under Project users, give the account the role Environment manager or Project owner")
        .step(SetupStep.ACCOUNT)
        .detail("projectId", project.value())
        .detail("message", refusal.problem().details().get("message"))
        .raise(refusal);
  }

  /** Whether LCS refused because of who asks, or hides what it does not let the account see. */
  private static boolean isForThisAccount(LifelineException refusal) {
    return refusal.code() == ProblemCode.PROJECT_NOT_VISIBLE
        || refusal.code() == ProblemCode.TOKEN_REFUSED;
  }

  private Problem invisible(LifelineException refusal) {
    return Problem.of(
            ProblemCode.PROJECT_NOT_VISIBLE,
            "project " + project + " is not visible to '" + username + "'")
        .why(
            "It lives in another geography than the connection's, or the account has not opened it yet, or the id is mistyped.")
        .fix("check the project id: it is the number in the address of the project in LCS")
        .fix("sign in to the LCS portal once with this account and open the project")
        .step(SetupStep.FIRST_SIGN_IN)
        .detail("projectId", project.value())
        .detail("status", refusal.problem().details().get("status"))
        .detail("message", refusal.problem().details().get("message"));
  }

  private static String empty(@Nullable String advice) {
    return "LCS shows neither packages nor environments of it; a project of another geography looks the same"
        + (advice == null ? "" : "; " + advice);
  }

  private static String packages(int count) {
    return count == 1 ? "1 package" : count + " packages";
  }
}
