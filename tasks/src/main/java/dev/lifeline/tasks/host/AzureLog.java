package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.text.ForeignText;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The log of Azure Pipelines (Azure Pipelines tasks: logging commands, formatting lines). */
final class AzureLog implements Log {
  private final Lines lines;
  private final boolean percents;
  private final Supplier<UUID> ids;
  private @Nullable UUID stage;
  private int stages;

  AzureLog(Lines lines, boolean percents, Supplier<UUID> ids) {
    this.lines = lines;
    this.percents = percents;
    this.ids = ids;
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
    endStage("Failed");
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

  /** A record of the timeline; the agent itself ends the last one of a step that succeeds. */
  @Override
  public synchronized void stage(String state) {
    endStage("Succeeded");
    UUID next = ids.get();
    stage = next;
    stages++;
    send(
        AzureCommand.of("task.logdetail", "")
            .with("id", next.toString())
            .with("type", "LCS")
            .with("name", ForeignText.line(state))
            .with("order", Integer.toString(stages))
            .with("state", "InProgress"));
  }

  private synchronized void endStage(String result) {
    if (stage != null) {
      send(
          AzureCommand.of("task.logdetail", "")
              .with("id", stage.toString())
              .with("state", "Completed")
              .with("result", result));
      stage = null;
    }
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
