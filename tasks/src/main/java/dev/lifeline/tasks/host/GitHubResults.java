package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Outputs, variables and pages of GitHub Actions: files that the runner reads. */
final class GitHubResults implements Results {
  private final Variables variables;
  private final Lines lines;
  private final Supplier<UUID> ids;

  GitHubResults(Variables variables, Lines lines, Supplier<UUID> ids) {
    this.variables = variables;
    this.lines = lines;
    this.ids = ids;
  }

  @Override
  public void output(String name, String value) {
    lines.text(name + ": " + value);
    file("GITHUB_OUTPUT").ifPresent(file -> file.value(name, value, delimiter()));
  }

  @Override
  public void variable(String name, String value) {
    file("GITHUB_ENV").ifPresent(file -> file.value(name, value, delimiter()));
  }

  /** Whatever stands in the file of variables is open to every later step: no secret goes there. */
  @Override
  public String secretVariable(String name, Secret value) {
    return "env: { " + name + ": ${{ secrets." + name + " }} } in each step that needs it";
  }

  @Override
  public void path(Path folder) {
    file("GITHUB_PATH").ifPresent(file -> file.append(folder + "\n"));
  }

  @Override
  public void summary(String title, String markdown) {
    file("GITHUB_STEP_SUMMARY").ifPresent(file -> file.append(markdown + "\n"));
  }

  /** The exit code says it. */
  @Override
  public void end(boolean succeeded) {}

  private Optional<RunnerFile> file(String variable) {
    return variables.text(variable).map(Path::of).map(RunnerFile::new);
  }

  private String delimiter() {
    return "lifeline-" + ids.get();
  }
}
