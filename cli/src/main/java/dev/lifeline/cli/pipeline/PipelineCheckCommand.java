package dev.lifeline.cli.pipeline;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lifeline pipeline check}. */
@Command(
    name = "check",
    description = {
      "Look for LCS tasks in an azure-pipelines.yml, Microsoft's and ours, and say what to change.",
      "Each finding is a line: file, line, severity (error, warning, change), what, what to do.",
      "Sends nothing and needs no connection. Fails when a step would."
    })
public final class PipelineCheckCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The file, or a template.")
  private Path file;

  private final Shell shell;

  public PipelineCheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<TaskStep> steps = StepSearch.in(YamlFile.read(file));
    List<Finding> findings = steps.stream().flatMap(step -> StepCheck.of(step).stream()).toList();
    String name = file.toString();
    List<String> lines =
        new ArrayList<>(findings.stream().map(finding -> finding.text(name)).toList());
    lines.add(summary(steps, findings));
    shell.console().result(findings.stream().map(finding -> finding.json(name)).toList(), lines);
    long errors = count(findings, Finding.Severity.ERROR);
    if (errors > 0) {
      throw Problem.of(
              ProblemCode.PIPELINE_UNFIT,
              errors == 1 ? "1 mistake in '" + file + "'" : errors + " mistakes in '" + file + "'")
          .why("The steps that have them would fail.")
          .fix("mend what the lines with 'error' name")
          .raise();
    }
  }

  private static String summary(List<TaskStep> steps, List<Finding> findings) {
    if (steps.isEmpty()) {
      return "no LCS task found";
    }
    return (steps.size() == 1 ? "1 LCS task" : steps.size() + " LCS tasks")
        + ", "
        + count(findings, Finding.Severity.CHANGE)
        + " of them Microsoft's; errors: "
        + count(findings, Finding.Severity.ERROR)
        + ", warnings: "
        + count(findings, Finding.Severity.WARNING);
  }

  private static long count(List<Finding> findings, Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
