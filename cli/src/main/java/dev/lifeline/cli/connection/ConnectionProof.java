package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.preflight.CheckOrder;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.Figures;
import java.util.ArrayList;
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

  /** Proves a connection that is not kept yet. */
  List<CheckStep> run(UsableConnection connection) {
    return run(connection, CheckOrder.of(shell.projectIfAny(connection).orElse(null), Origin.NEW));
  }

  List<CheckStep> run(UsableConnection connection, CheckOrder order) {
    try (Lifeline lifeline = shell.lifeline(connection)) {
      return lifeline.connectionCheck().run(order, this::show);
    }
  }

  /** Prints a step, where people read. */
  void show(CheckStep step) {
    lines(step).forEach(shell.console()::line);
  }

  /** What to say of a check that failed; empty when it did not. */
  static Optional<Problem> failure(List<CheckStep> steps) {
    return CheckStep.verdict(steps);
  }

  static Map<String, @Nullable Object> json(CheckStep step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", step.name());
    json.put("id", step.what().id());
    json.put("status", step.status().id());
    json.put("seconds", Figures.seconds(step.duration()));
    json.put("finding", step.finding());
    if (step.warning() != null) {
      json.put("warning", step.warning());
    }
    Problem problem = step.problem();
    if (problem != null) {
      json.put("code", problem.code().name());
      json.put("message", problem.message());
      json.put("why", problem.why());
      json.put("fix", problem.fixes());
      json.put("step", problem.step() == null ? null : problem.step().id());
      json.put("details", problem.details());
    }
    return json;
  }

  /** The step, and below it what is to be done about it. */
  private static List<String> lines(CheckStep step) {
    String time =
        step.status() == CheckStep.Status.SKIPPED ? "" : Figures.duration(step.duration());
    Problem problem = step.problem();
    String text = problem == null ? String.valueOf(step.finding()) : problem.message();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "  %-8s %-22s %7s  %s", step.status().id(), step.name(), time, text));
    if (step.warning() != null) {
      lines.add("           warning: " + step.warning());
    }
    if (problem != null) {
      problem.fixes().stream().limit(1).forEach(fix -> lines.add("           fix: " + fix));
    }
    return lines;
  }
}
