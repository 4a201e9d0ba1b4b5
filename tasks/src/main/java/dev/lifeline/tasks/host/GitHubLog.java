package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.ForeignText;

/** The log of GitHub Actions (Azure Pipelines tasks: other CI systems). */
final class GitHubLog implements Log {
  private final Lines lines;

  GitHubLog(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void line(String text) {
    lines.text(text);
  }

  /** The runner shows it when RUNNER_DEBUG is 1. */
  @Override
  public void detail(String text) {
    send(WorkflowCommand.of("debug", ForeignText.line(text)));
  }

  @Override
  public void warning(String text) {
    send(WorkflowCommand.of("warning", ForeignText.line(text)));
  }

  @Override
  public void problem(Problem problem) {
    lines.problem(problem);
    send(new WorkflowCommand("error", problem.code().name(), ProblemWords.line(problem)));
  }

  @Override
  public void group(String title) {
    send(WorkflowCommand.of("group", ForeignText.line(title)));
  }

  @Override
  public void endGroup() {
    send(WorkflowCommand.of("endgroup", ""));
  }

  /** GitHub has no place for it. */
  @Override
  public void progress(int percent, String what) {}

  /** A secret of several lines is hidden line by line, as it would be printed. */
  @Override
  public void mask(Secret secret) {
    secret
        .reveal()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> send(WorkflowCommand.of("add-mask", line)));
  }

  private void send(WorkflowCommand command) {
    lines.command(command.line());
  }
}
