package dev.lifeline.tasks.connection;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.preflight.CheckOrder;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proves the connection: each prerequisite of the setup guide. */
public final class VerifyTask implements Task {
  private static final Input PROJECT =
      Input.of(
          "projectId",
          SharedInputs.PROJECT.type(),
          SharedInputs.PROJECT.label(),
          "Checked as well when it is given: whether the account sees the project, its asset library"
              + " and its environments.");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "VerifyConnection",
          "LifelineVerifyConnection",
          UUID.fromString("cf6043d7-a9f8-41f0-b279-84b98e87deb0"),
          new Version(1, 0, 0),
          new TaskDefinition.Words(
              "LCS Verify Connection (Lifeline)",
              "Verify the connection to LCS",
              "Proves a service connection: each prerequisite, passed, or failed with its fix.",
              "Reads only; changes nothing in LCS. A password that is refused is sent once."),
          List.of(SharedInputs.CONNECTION, PROJECT),
          List.of());

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().optional(PROJECT, ProjectId::of).orElse(null);
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      CheckOrder order = CheckOrder.of(project, run.origin(connection));
      List<CheckStep> steps = lifeline.connectionCheck().run(order, step -> tell(run, step));
      Optional<Problem> failure = CheckStep.verdict(steps);
      if (failure.isPresent()) {
        throw failure.get().raise();
      }
      run.log().line("the connection works");
    }
  }

  private static void tell(TaskRun run, CheckStep step) {
    String finding = step.finding() == null ? "" : ": " + step.finding();
    Problem problem = step.problem();
    String words = step.status().id() + (problem == null ? finding : ": " + problem.message());
    run.log().line(step.name() + " " + words);
    run.summary().fact(step.name(), words);
    if (step.warning() != null) {
      run.log().warning(step.name() + ": " + step.warning());
    }
  }
}
