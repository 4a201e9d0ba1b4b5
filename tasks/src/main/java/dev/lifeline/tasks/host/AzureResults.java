package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import java.nio.file.Path;

/**
 * Outputs, variables and pages of Azure Pipelines (Azure Pipelines tasks: variables and outputs).
 */
final class AzureResults implements Results {
  private final AzureLog log;
  private final SummaryFiles summaries;

  AzureResults(AzureLog log, SummaryFiles summaries) {
    this.log = log;
    this.summaries = summaries;
  }

  @Override
  public void output(String name, String value) {
    log.send(variableCommand(name, value).with("isOutput", "true"));
  }

  @Override
  public void variable(String name, String value) {
    log.send(variableCommand(name, value));
  }

  @Override
  public String secretVariable(String name, Secret value) {
    log.send(variableCommand(name, value.reveal()).with("isSecret", "true"));
    return "env: { " + name + ": $(" + name + ") } in each step that needs it";
  }

  @Override
  public void path(Path folder) {
    log.send(AzureCommand.of("task.prependpath", folder.toString()));
  }

  /** The file stays, because the agent reads it when it likes. */
  @Override
  public void summary(String title, String markdown) {
    summaries
        .write(title, markdown)
        .ifPresent(file -> log.send(AzureCommand.of("task.uploadsummary", file.toString())));
  }

  @Override
  public void end(boolean succeeded) {
    log.send(
        AzureCommand.of("task.complete", "").with("result", succeeded ? "Succeeded" : "Failed"));
  }

  private static AzureCommand variableCommand(String name, String value) {
    return AzureCommand.of("task.setvariable", value).with("variable", name);
  }
}
