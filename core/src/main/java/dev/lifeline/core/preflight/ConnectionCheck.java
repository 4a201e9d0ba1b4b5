package dev.lifeline.core.preflight;

import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.entra.TokenSource;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proves a service connection: sign in, reach LCS, see the project. Reads only; after a failed step
 * the ones that build on it are skipped.
 */
public final class ConnectionCheck {
  private final TokenSource tokens;
  private final LcsClient lcs;
  private final Time time;

  public ConnectionCheck(TokenSource tokens, LcsClient lcs, Time time) {
    this.tokens = tokens;
    this.lcs = lcs;
    this.time = time;
  }

  /**
   * Checks everything that can be checked.
   *
   * @param project the project to look for, or null when none is known
   * @param progress hears each step as it ends
   * @return every step, in order
   * @throws LifelineException INTERRUPTED; other failures are in the steps
   */
  public List<CheckStep> run(@Nullable ProjectId project, Consumer<CheckStep> progress) {
    Run run = new Run(progress);
    run.step("sign-in", this::signIn);
    run.step("Lifecycle Services", this::reach);
    if (project == null) {
      run.skip("project", "no project id given: add --project-id ID");
    } else {
      run.step("project " + project, () -> see(project));
    }
    return List.copyOf(run.steps);
  }

  private String signIn() {
    AccessToken token = tokens.token();
    Duration lifetime = Duration.between(time.instant(), token.expires());
    return "a token for " + lifetime.toMinutes() + " minutes";
  }

  private String reach() {
    int count = lcs.sharedAssets(AssetType.SOFTWARE_DEPLOYABLE_PACKAGE).size();
    return "it accepts the sign-in; " + packages(count) + " shared";
  }

  private String see(ProjectId project) {
    int count = lcs.assets(project, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE).size();
    return "visible; " + packages(count) + " in its library";
  }

  private static String packages(int count) {
    return count == 1 ? "1 package" : count + " packages";
  }

  private final class Run {
    private final Consumer<CheckStep> progress;
    private final List<CheckStep> steps = new ArrayList<>();
    private boolean failed;

    Run(Consumer<CheckStep> progress) {
      this.progress = progress;
    }

    void step(String name, Supplier<String> check) {
      if (failed) {
        skip(name, "an earlier step failed");
        return;
      }
      Instant begun = time.instant();
      try {
        String finding = check.get();
        Duration duration = Duration.between(begun, time.instant());
        end(new CheckStep(name, CheckStep.Status.PASSED, duration, finding, null));
      } catch (LifelineException e) {
        if (e.code() == ProblemCode.INTERRUPTED) {
          throw e;
        }
        failed = true;
        Duration duration = Duration.between(begun, time.instant());
        end(new CheckStep(name, CheckStep.Status.FAILED, duration, null, e.problem()));
      }
    }

    void skip(String name, String reason) {
      end(new CheckStep(name, CheckStep.Status.SKIPPED, Duration.ZERO, reason, null));
    }

    private void end(CheckStep step) {
      steps.add(step);
      progress.accept(step);
    }
  }
}
