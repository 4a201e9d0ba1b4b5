package dev.lifeline.core.preflight;

import dev.lifeline.core.preflight.CheckStep.Status;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One run of the check: the steps so far, and which prerequisites do not hold. */
final class CheckRun {
  private final InstantSource clock;
  private final Consumer<CheckStep> progress;
  private final List<CheckStep> steps = new ArrayList<>();
  private final Set<Prerequisite> broken = EnumSet.noneOf(Prerequisite.class);

  CheckRun(InstantSource clock, Consumer<CheckStep> progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /** Checks, unless something failed without which that makes no sense. */
  void step(Prerequisite what, Supplier<Finding> check) {
    step(what, what.title(), check);
  }

  /** As {@link #step(Prerequisite, Supplier)}, with a name that says more. */
  void step(Prerequisite what, String name, Supplier<Finding> check) {
    Optional<Prerequisite> missing = what.needs().stream().filter(broken::contains).findFirst();
    if (missing.isPresent()) {
      broken.add(what);
      skip(what, name, "needs the step '" + missing.get().title() + "', which did not pass");
      return;
    }
    Instant begun = clock.instant();
    try {
      Finding finding = check.get();
      end(
          new CheckStep(
              what, name, Status.PASSED, since(begun), finding.text(), finding.warning(), null));
    } catch (LifelineException e) {
      if (e.code() == ProblemCode.INTERRUPTED) {
        throw e;
      }
      fail(what, name, since(begun), e.problem());
    }
  }

  /** A step that failed before it could begin. */
  void fail(Prerequisite what, Problem problem) {
    fail(what, what.title(), Duration.ZERO, problem);
  }

  /** Leaves a step out that this connection does not need; others go on. */
  void skip(Prerequisite what, String reason) {
    skip(what, what.title(), reason);
  }

  /** Whether a prerequisite was found not to hold, or could not be checked for such a reason. */
  boolean isBroken(Prerequisite what) {
    return broken.contains(what);
  }

  /** Why a step failed; empty when it did not. */
  Optional<Problem> problem(Prerequisite what) {
    return steps.stream()
        .filter(step -> step.what() == what)
        .flatMap(step -> Optional.ofNullable(step.problem()).stream())
        .findFirst();
  }

  /** The steps so far, in order. */
  List<CheckStep> steps() {
    return List.copyOf(steps);
  }

  private void skip(Prerequisite what, String name, String reason) {
    end(new CheckStep(what, name, Status.SKIPPED, Duration.ZERO, reason, null, null));
  }

  private void fail(Prerequisite what, String name, Duration duration, Problem problem) {
    broken.add(what);
    end(new CheckStep(what, name, Status.FAILED, duration, null, null, problem));
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }

  private void end(CheckStep step) {
    steps.add(step);
    progress.accept(step);
  }
}
