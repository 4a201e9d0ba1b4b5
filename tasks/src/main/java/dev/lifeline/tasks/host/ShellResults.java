package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Outputs as lines, and as a file of the kind that GitLab takes as a report. */
final class ShellResults implements Results {
  private final Variables variables;
  private final Lines lines;

  ShellResults(Variables variables, Lines lines) {
    this.variables = variables;
    this.lines = lines;
  }

  @Override
  public void output(String name, String value) {
    lines.text(name + "=" + value);
    dotenv().ifPresent(file -> file.append(name + "=" + inOneLine(value) + "\n"));
  }

  @Override
  public void variable(String name, String value) {
    output(name, value);
  }

  @Override
  public String secretVariable(String name, Secret value) {
    return "set " + name + " from the secret store of your system in each step that needs it";
  }

  @Override
  public void path(Path folder) {
    lines.text("put this folder on the PATH: " + folder);
  }

  @Override
  public void summary(String title, String markdown) {
    variables
        .text("LIFELINE_SUMMARY_FILE")
        .map(Path::of)
        .map(RunnerFile::new)
        .ifPresent(file -> file.append(markdown + "\n"));
  }

  /** The exit code says it. */
  @Override
  public void end(boolean succeeded) {}

  private Optional<RunnerFile> dotenv() {
    return variables.text("LIFELINE_OUTPUT_FILE").map(Path::of).map(RunnerFile::new);
  }

  private static String inOneLine(String value) {
    return value.replaceAll("\\R", " ");
  }
}
