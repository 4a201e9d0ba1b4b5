package dev.lifeline.core.packaging;

import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the check of a file found.
 *
 * @param findings errors first; empty when there is nothing to say
 */
public record PackageReport(List<PackageFinding> findings) {
  public PackageReport {
    findings = List.copyOf(findings);
  }

  /** What will not do. */
  public List<PackageFinding> errors() {
    return findings.stream().filter(PackageFinding::isError).toList();
  }

  /** What may be meant so. */
  public List<PackageFinding> warnings() {
    return findings.stream().filter(finding -> !finding.isError()).toList();
  }

  /** PACKAGE_UNFIT with all errors and their fixes; empty when there is no error. */
  public Optional<Problem> problem() {
    List<PackageFinding> errors = errors();
    if (errors.isEmpty()) {
      return Optional.empty();
    }
    PackageFinding first = errors.get(0);
    Problem problem = Problem.of(ProblemCode.PACKAGE_UNFIT, first.what());
    String why = why(first, errors.subList(1, errors.size()));
    if (!why.isEmpty()) {
      problem = problem.why(why);
    }
    for (String fix : errors.stream().map(PackageFinding::fix).distinct().toList()) {
      problem = problem.fix(fix);
    }
    String rules =
        errors.stream()
            .map(finding -> finding.rule().id())
            .distinct()
            .collect(Collectors.joining(" "));
    return Optional.of(problem.detail("findings", rules));
  }

  private static String why(PackageFinding first, List<PackageFinding> others) {
    String why = first.why() == null ? "" : first.why();
    if (others.isEmpty()) {
      return why;
    }
    String also =
        others.stream().map(PackageFinding::what).collect(Collectors.joining("; ", "Also: ", "."));
    return why.isEmpty() ? also : why + " " + also;
  }
}
