package dev.lifeline.tasks.environment;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.environment.EnvironmentPower;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.servicing.Started;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.Following;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.util.List;
import java.util.UUID;

/** Starts or stops an environment. */
public final class PowerTask implements Task {
  private static final Input WAIT =
      Input.of(
              "waitForCompletion",
              InputType.BOOLEAN,
              "wait until it has ended",
              "The task then fails when the operation does.")
          .otherwise("true");

  /** What it does. */
  public enum Direction {
    /** Starts it. */
    START(OperationKind.START, "Start", "b929a4aa-cf9c-4d68-bd41-0a44257425a4") {
      @Override
      Started begin(EnvironmentPower power, ProjectId project, Environment of, boolean awaited) {
        return power.start(project, of, awaited);
      }
    },
    /** Stops it. */
    STOP(OperationKind.STOP, "Stop", "7fb47aae-7e8a-4893-b2ac-f30cffaf82ca") {
      @Override
      Started begin(EnvironmentPower power, ProjectId project, Environment of, boolean awaited) {
        return power.stop(project, of, awaited);
      }
    };

    private final OperationKind kind;
    private final String verb;
    private final String guid;

    Direction(OperationKind kind, String verb, String guid) {
      this.kind = kind;
      this.verb = verb;
      this.guid = guid;
    }

    abstract Started begin(
        EnvironmentPower power, ProjectId project, Environment of, boolean awaited);
  }

  private final Direction direction;
  private final TaskDefinition definition;

  public PowerTask(Direction direction) {
    this.direction = direction;
    this.definition = definition(direction.verb, direction.guid);
  }

  @Override
  public TaskDefinition definition() {
    return definition;
  }

  private static TaskDefinition definition(String verb, String guid) {
    return new TaskDefinition(
        "Environment" + verb,
        "LifelineEnvironment" + verb,
        UUID.fromString(guid),
        new Version(1, 0, 0),
        new TaskDefinition.Words(
            "LCS Environment " + verb + " (Lifeline)",
            verb + " the LCS environment $(environmentId)",
            verb + "s a customer-managed LCS environment.",
            "LCS starts and stops environments that run on machines of the customer, and no others."
                + " A task that is repeated joins what goes on already."),
        List.of(SharedInputs.CONNECTION, SharedInputs.PROJECT, SharedInputs.ENVIRONMENT, WAIT),
        List.of(Following.ACTIVITY_ID));
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    String idOrName = run.inputs().required(SharedInputs.ENVIRONMENT);
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.of(direction.kind));
    UsableConnection connection = run.connection();
    try (Lifeline lifeline = run.lifeline(connection)) {
      Environment environment = lifeline.environmentLookup().environment(project, idOrName);
      run.summary().fact("Project", project).fact("Environment", environment.name());
      Following following = new Following(run);
      Started started = direction.begin(lifeline.environmentPower(), project, environment, wait);
      following.tell(
          started,
          "the " + direction.kind.id() + " of the environment '" + environment.name() + "'");
      if (wait) {
        following.toTheEnd(() -> lifeline.servicing().follow(started.operation(), patience));
      }
    }
  }
}
