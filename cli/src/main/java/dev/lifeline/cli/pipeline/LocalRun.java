package dev.lifeline.cli.pipeline;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.task.ShellProcess;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.TaskRunner;
import dev.lifeline.tasks.definition.InputType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the LCS steps of a file, one after the other, on this machine. */
final class LocalRun {
  private static final Set<String> OTHER_SYSTEMS = Set.of("TF_BUILD", "GITHUB_ACTIONS");

  private final Shell shell;
  private final LocalVariables variables;
  private final Set<String> fixed;
  private int exitCode;
  private int steps;

  /**
   * @param variables those that hold for the whole run
   * @param fixed the names of those that the file cannot change
   */
  LocalRun(Shell shell, LocalVariables variables, Set<String> fixed) {
    this.shell = shell;
    this.variables = variables;
    this.fixed = Set.copyOf(fixed);
  }

  /** Runs them; returns the exit code of the first that failed, else 0. */
  int run(List<LocalJob> jobs) {
    for (LocalJob job : jobs) {
      job.conditions()
          .forEach(Condition::of); // what is not understood is said before anything runs
      job.steps().forEach(step -> Condition.of(step.text("condition").orElse("")));
    }
    jobs.forEach(this::job);
    if (steps == 0 && exitCode == 0) {
      shell.console().note("no LCS step to run");
    }
    return exitCode;
  }

  private void job(LocalJob job) {
    List<String> conditions = job.conditions().isEmpty() ? List.of("") : job.conditions();
    boolean failedBefore = exitCode != 0;
    if (!conditions.stream().allMatch(text -> Condition.of(text).holds(failedBefore))) {
      shell.console().note("skipped the job '" + job.name() + "'");
      return;
    }
    LocalVariables own = variables.copy();
    job.variables().forEach(part -> own.declare(part, fixed));
    boolean failed = false;
    for (Yaml.Fields step : job.steps()) {
      Optional<TaskStep> task = TaskStep.of(step, "");
      boolean wanted =
          step.text("enabled").map(text -> !text.equalsIgnoreCase("false")).orElse(true)
              && Condition.of(step.text("condition").orElse("")).holds(failed);
      if (task.isEmpty() || !wanted) {
        shell.console().note("skipped " + title(step) + (task.isEmpty() ? ": no LCS task" : ""));
        continue;
      }
      int code = task(job, task.get(), own);
      if (code != 0 && !step.text("continueOnError").filter("true"::equalsIgnoreCase).isPresent()) {
        failed = true;
        exitCode = exitCode == 0 ? code : exitCode;
      }
    }
  }

  private int task(LocalJob job, TaskStep step, LocalVariables own) {
    steps++;
    shell.console().note("step " + steps + ": " + title(step.fields()));
    Map<String, String> environment = new HashMap<>(shell.host().environment());
    environment
        .keySet()
        .removeIf(name -> OTHER_SYSTEMS.contains(name) || name.startsWith("INPUT_"));
    step.fields()
        .fields("env")
        .forEach(field -> environment.put(field.key(), own.expanded(field.text().orElse(""))));
    environment.put("JOB_NAME", own.expanded("$(Build.DefinitionName)"));
    environment.put("BUILD_NUMBER", own.expanded("$(Build.BuildNumber)"));
    Path outputs = temporary();
    environment.put("LIFELINE_OUTPUT_FILE", outputs.toString());
    ShellProcess process =
        new ShellProcess(shell, ShellProcess.withInputs(environment, inputs(step, own)));
    int code = new TaskRunner(process).run(step.task().id());
    String name = step.fields().text("name").orElse("");
    for (String line : linesOf(outputs)) {
      String[] parts = line.split("=", 2);
      own.output(job.name(), name, parts[0], parts[1]);
      variables.output(job.name(), name, parts[0], parts[1]);
    }
    return code;
  }

  /** A connection that is named here, or is in the environment, stands for the one in the file. */
  private Map<String, String> inputs(TaskStep step, LocalVariables own) {
    Map<String, String> inputs = new HashMap<>();
    for (Yaml.Field field : step.inputs()) {
      inputs.put(field.key(), own.expanded(field.text().orElse("")));
    }
    String named = shell.settings().namedConnection();
    boolean fromEnvironment = shell.host().environment().containsKey("LIFELINE_USERNAME");
    step.task().inputs().stream()
        .filter(input -> input.type() == InputType.CONNECTION)
        .forEach(
            input -> {
              if (named != null || fromEnvironment) {
                inputs.keySet().removeIf(name -> name.equalsIgnoreCase(input.name()));
              }
              if (named != null) {
                inputs.put(input.name(), named);
              }
            });
    return inputs;
  }

  private static String title(Yaml.Fields step) {
    String kind = step.all().isEmpty() ? "" : step.all().get(0).key();
    return step.text("displayName")
        .map(name -> "'" + name + "'")
        .orElse(
            kind
                + " "
                + step.text(kind).map(text -> text.lines().findFirst().orElse("")).orElse(""));
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("lifeline-outputs", ".env");
    } catch (IOException e) {
      throw Problem.of(
              ProblemCode.TARGET_NOT_WRITABLE, "the folder for temporary files cannot be written")
          .fix("let your account write to it, or name another with TMPDIR")
          .raise(e);
    }
  }

  private static List<String> linesOf(Path outputs) {
    try {
      List<String> lines = Files.readAllLines(outputs, StandardCharsets.UTF_8);
      Files.deleteIfExists(outputs);
      return lines.stream().filter(line -> line.contains("=")).toList();
    } catch (IOException e) {
      return List.of(); // the task has said what it gives
    }
  }
}
