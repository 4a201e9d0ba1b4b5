package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Figures;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the preflight check and shows each step as it ends. */
final class ConnectionProof {
  private final Shell shell;

  ConnectionProof(Shell shell) {
    this.shell = shell;
  }

  List<CheckStep> run(UsableConnection connection) {
    try (Lifeline lifeline = shell.lifeline(connection)) {
      return lifeline
          .connectionCheck()
          .run(
              shell.projectIfAny(connection).orElse(null),
              step -> shell.console().line(line(step)));
    }
  }

  /** The problem of the step that failed. */
  static Optional<Problem> failure(List<CheckStep> steps) {
    return steps.stream().flatMap(step -> Optional.ofNullable(step.problem()).stream()).findFirst();
  }

  static Map<String, @Nullable Object> json(CheckStep step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", step.name());
    json.put("status", step.status().id());
    json.put("seconds", Figures.seconds(step.duration()));
    json.put("finding", step.finding());
    Problem problem = step.problem();
    if (problem != null) {
      json.put("code", problem.code().name());
      json.put("message", problem.message());
      json.put("fix", problem.fixes());
    }
    return json;
  }

  private static String line(CheckStep step) {
    String time =
        step.status() == CheckStep.Status.SKIPPED ? "" : Figures.duration(step.duration());
    String finding = step.finding() == null ? "" : step.finding();
    return String.format(
            Locale.ROOT, "  %-8s %-22s %7s  %s", step.status().id(), step.name(), time, finding)
        .stripTrailing();
  }
}
