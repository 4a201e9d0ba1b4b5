package dev.lifeline.cli.task;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.TaskRunner;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.run.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Parameters;

/** {@code lifeline task}. */
@Command(
    name = "task",
    description = {
      "Run one pipeline task, in the language of the system that runs this command.",
      "That is Azure Pipelines, GitHub Actions, or any other.",
      "Inputs are arguments here, or INPUT_ variables as those systems set them. Outputs, errors and",
      "progress are what the system understands, on standard output. Elsewhere an output is a line",
      "NAME=VALUE; LIFELINE_OUTPUT_FILE and LIFELINE_SUMMARY_FILE name files for outputs and a page."
    })
public final class TaskCommand implements Runnable, IExitCodeGenerator {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description =
          "The task: AssetUpload, AssetDownload, AssetDeployment, ... or its name in YAML.")
  private String name = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "INPUT=VALUE",
      description = "An input; repeatable.")
  private List<String> inputs = new ArrayList<>();

  private final Shell shell;
  private int exitCode;

  public TaskCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    Task task = Catalogue.find(name).orElseThrow(this::unknown);
    Map<String, String> environment =
        ShellProcess.withInputs(shell.host().environment(), given(task.definition()));
    exitCode = new TaskRunner(new ShellProcess(shell, environment)).run(name);
  }

  /** The task has said what failed. */
  @Override
  public int getExitCode() {
    return exitCode;
  }

  private Map<String, String> given(TaskDefinition task) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String input : inputs) {
      String[] parts = input.split("=", 2);
      if (parts.length < 2 || task.input(parts[0]).isEmpty()) {
        String all =
            task.inputs().stream().map(each -> each.name()).collect(Collectors.joining(", "));
        throw Problem.of(
                ProblemCode.USAGE_WRONG,
                parts.length < 2
                    ? "'" + input + "' is not of the form INPUT=VALUE"
                    : task.name() + " has no input '" + parts[0] + "'")
            .fix("its inputs are: " + all)
            .raise();
      }
      given.put(parts[0], parts[1]);
    }
    return given;
  }

  private RuntimeException unknown() {
    String all =
        Catalogue.definitions().stream().map(TaskDefinition::id).collect(Collectors.joining(", "));
    return Problem.of(ProblemCode.USAGE_WRONG, "no task is called '" + name + "'")
        .fix("name one of: " + all)
        .raise();
  }
}
