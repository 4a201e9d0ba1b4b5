package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.ForeignText;

/** The log of Azure Pipelines (Azure Pipelines tasks: logging commands, formatting lines). */
final class AzureLog implements Log {
  private final Lines lines;
  private final boolean percents;

  AzureLog(Lines lines, boolean percents) {
    this.lines = lines;
    this.percents = percents;
  }

  void send(AzureCommand command) {
    lines.command(command.line(percents));
  }

  @Override
  public void line(String text) {
    lines.text(text);
  }

  /** The agent shows it when System.Debug is on. */
  @Override
  public void detail(String text) {
    send(AzureCommand.of("task.debug", ForeignText.line(text)));
  }

  @Override
  public void warning(String text) {
    send(AzureCommand.of("task.logissue", ForeignText.line(text)).with("type", "warning"));
  }

  @Override
  public void problem(Problem problem) {
    lines.problem(problem);
    send(
        AzureCommand.of("task.logissue", ProblemWords.line(problem))
            .with("type", "error")
            .with("code", problem.code().name()));
  }

  @Override
  public void group(String title) {
    lines.command("##[group]" + ForeignText.line(title));
  }

  @Override
  public void endGroup() {
    lines.command("##[endgroup]");
  }

  @Override
  public void progress(int percent, String what) {
    send(
        AzureCommand.of("task.setprogress", ForeignText.line(what))
            .with("value", Integer.toString(percent)));
  }

  /** A secret of several lines is hidden line by line, as it would be printed. */
  @Override
  public void mask(Secret secret) {
    secret.reveal().lines().filter(line -> !line.isBlank()).forEach(this::mask);
  }

  private void mask(String line) {
    send(AzureCommand.of("task.setsecret", line));
  }
}
