package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.packaging.PackageCheck;
import dev.lifeline.core.packaging.PackageFinding;
import dev.lifeline.core.packaging.PackageReport;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import java.util.Optional;

/** The look at a file before it is sent. */
final class Preflight {
  private final Shell shell;

  Preflight(Shell shell) {
    this.shell = shell;
  }

  /**
   * Says what may be wrong, and refuses what is.
   *
   * @throws LifelineException PACKAGE_UNFIT
   */
  void require(PackageCheck check) {
    PackageReport report = check.run();
    for (PackageFinding warning : report.warnings()) {
      shell.console().note("warning: " + warning.what() + "; " + warning.fix());
    }
    Optional<Problem> problem = report.problem();
    if (problem.isPresent()) {
      throw problem.get().fix("to send it as it is, add --no-preflight").raise();
    }
  }
}
