package dev.lifeline.core.preflight;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.Cloud;
import dev.lifeline.core.model.Geography;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a project that the connection does not show lives in another geography. */
final class GeographyCheck {
  private final ServiceConnection connection;
  private final GeographySearch search;
  private final List<ApiEndpoint> others;
  private final Origin origin;

  /**
   * @param others the endpoints to ask
   */
  GeographyCheck(
      ServiceConnection connection,
      GeographySearch search,
      List<ApiEndpoint> others,
      Origin origin) {
    this.connection = connection;
    this.search = search;
    this.others = others;
    this.origin = origin;
  }

  /**
   * Takes the step, after those of the project.
   *
   * @param view what the connection's own endpoint shows
   */
  void in(CheckRun run, ProjectId project, ProjectView view) {
    Optional<String> reason = reasonNotToLook(run, view);
    if (reason.isPresent()) {
      run.skip(Prerequisite.GEOGRAPHY, reason.get());
    } else {
      run.step(Prerequisite.GEOGRAPHY, () -> look(project, run.isBroken(Prerequisite.PROJECT)));
    }
  }

  private Optional<String> reasonNotToLook(CheckRun run, ProjectView view) {
    if (run.isBroken(Prerequisite.SIGN_IN) || run.isBroken(Prerequisite.TOKEN)) {
      return Optional.empty(); // the run says so itself
    }
    if (!run.isBroken(Prerequisite.PROJECT)) {
      if (!view.isEmpty()) {
        return Optional.of("the project answers where the connection asks");
      }
    } else if (!isRefused(run)) {
      return Optional.of("whether the project is visible where the connection asks is not known");
    }
    return others.isEmpty() ? Optional.of(nobodyToAsk()) : Optional.empty();
  }

  /** Whether LCS answered, and did not show the project. */
  private static boolean isRefused(CheckRun run) {
    return run.problem(Prerequisite.LIFECYCLE_SERVICES)
        .or(() -> run.problem(Prerequisite.PROJECT))
        .map(problem -> problem.code().kind())
        .filter(kind -> kind == Kind.NOT_FOUND || kind == Kind.FAILED)
        .isPresent();
  }

  private String nobodyToAsk() {
    return connection.apiEndpoint().isLoopback()
        ? "a connection on this machine asks no other host; name others here with --find-geography=URL"
        : "there is no other endpoint to ask in this authority's cloud; name some with --find-geography=PLACES";
  }

  private Finding look(ProjectId project, boolean isInvisible) {
    String answers = search.of(project, others, origin);
    if (isInvisible) {
      throw nowhere(project, answers);
    }
    return Finding.of("no other endpoint shows it (" + answers + ")");
  }

  private LifelineException nowhere(ProjectId project, String answers) {
    Problem problem =
        Problem.of(
                ProblemCode.PROJECT_NOT_VISIBLE,
                "project " + project + " is visible to this account at no endpoint that was asked")
            .why("Answers: " + answers + ".")
            .fix("check the project id: it is the number in the address of the project in LCS")
            .fix(
                "sign in once with this account to the LCS portal of the project's geography and open the project")
            .step(SetupStep.FIRST_SIGN_IN)
            .detail("projectId", project.value());
    @Nullable String national = nationalHint();
    return (national == null ? problem : problem.fix(national)).raise();
  }

  private @Nullable String nationalHint() {
    boolean global = connection.authenticationEndpoint().cloud().equals(Optional.of(Cloud.GLOBAL));
    boolean asked = others.contains(Geography.US_GOVERNMENT.apiEndpoint());
    return global && !asked
        ? "national clouds are asked only when named, for example: --find-geography=gcc"
        : null;
  }
}
