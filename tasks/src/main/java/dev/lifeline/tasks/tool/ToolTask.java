package dev.lifeline.tasks.tool;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.host.Results;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Puts the {@code lifeline} command on the PATH, with the connection in its environment. */
public final class ToolTask implements Task {
  private static final Input PROJECT =
      Input.of(
          "projectId",
          SharedInputs.PROJECT.type(),
          SharedInputs.PROJECT.label(),
          "The project that the command uses when it names none.");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "LifelineTool",
          "LifelineTool",
          UUID.fromString("e63a8f7f-b0e3-42cd-9e26-339e435eb631"),
          new Version(1, 0, 0),
          new TaskDefinition.Words(
              "Lifeline tool",
              "Put lifeline on the PATH",
              "Puts the lifeline command on the PATH, with the service connection in its environment.",
              "Later script steps call `lifeline` and need to name the password themselves, as a"
                  + " secret variable never is in the environment of a script: `env: {"
                  + " LIFELINE_PASSWORD: $(LIFELINE_PASSWORD) }`."),
          List.of(SharedInputs.CONNECTION, PROJECT),
          List.of());

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    String project = run.inputs().text(PROJECT).orElse(null);
    Path program =
        run.process()
            .program()
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.FILE_NOT_FOUND,
                            "the lifeline command is not beside this task")
                        .why("It ships with the task LifelineTool and with the program itself.")
                        .fix("use the task LifelineTool of the extension, or install Lifeline")
                        .raise());
    UsableConnection usable = run.connection();
    ServiceConnection connection = usable.connection();
    Results results = run.results();
    results.variable(
        "LIFELINE_AUTHENTICATION_ENDPOINT", connection.authenticationEndpoint().toString());
    results.variable("LIFELINE_API_ENDPOINT", connection.apiEndpoint().toString());
    results.variable("LIFELINE_USERNAME", connection.username());
    results.variable("LIFELINE_CLIENT_ID", connection.clientId().value());
    if (project != null) {
      results.variable("LIFELINE_PROJECT_ID", project);
    }
    String how = results.secretVariable("LIFELINE_PASSWORD", usable.credential().secret());
    Path folder =
        new Launchers(program, run.process().javaHome())
            .write(run.host().temporary().resolve("lifeline-bin"));
    results.path(folder);
    run.log().line("later steps can call: lifeline");
    run.log().line("the password is a secret, and no step has it unless it asks: " + how);
  }
}
