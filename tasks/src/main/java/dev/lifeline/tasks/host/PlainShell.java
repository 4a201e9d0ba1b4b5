package dev.lifeline.tasks.host;

import dev.lifeline.core.connection.ConnectionChoice;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.tasks.definition.Input;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any other system: Jenkins, GitLab, a shell. Inputs are INPUT_ variables here too; the connection
 * comes from variables or is a stored one.
 */
final class PlainShell implements Host {
  private final TaskProcess process;
  private final Variables variables;
  private final Lines lines;
  private final ShellLog log;

  PlainShell(TaskProcess process) {
    this.process = process;
    this.variables = new Variables(process.environment());
    this.lines = new Lines(process.out());
    this.log = new ShellLog(lines, variables.isTrue("LIFELINE_VERBOSE"));
  }

  @Override
  public String title() {
    return variables.text("JENKINS_URL").isPresent()
        ? "Jenkins"
        : variables.isTrue("GITLAB_CI") ? "GitLab" : "a shell";
  }

  @Override
  public Optional<String> given(Input input) {
    return variables.input(input.name());
  }

  @Override
  public boolean isEmptyPath(String path) {
    return false;
  }

  @Override
  public boolean needsConnectionInput() {
    return false;
  }

  @Override
  public UsableConnection connection(@Nullable String named) {
    return new ConnectionChoice(variables.all(), process::connections).choose(named);
  }

  @Override
  public Origin origin() {
    return Origin.ENVIRONMENT;
  }

  @Override
  public NetworkSettings network() {
    return Network.of(variables);
  }

  @Override
  public Optional<String> runName() {
    return variables
        .pair("JOB_NAME", "BUILD_NUMBER")
        .or(() -> variables.pair("CI_PROJECT_PATH", "CI_PIPELINE_ID"));
  }

  @Override
  public Path downloads() {
    return process.workingFolder();
  }

  @Override
  public Path temporary() {
    return variables.text("TMPDIR").map(Path::of).orElse(process.workingFolder());
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public Results results() {
    return new ShellResults(variables, lines);
  }
}
