package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;

/** Plain lines. */
final class ShellLog implements Log {
  private final Lines lines;
  private final boolean details;

  /**
   * @param details whether to show what only whoever looks closer wants
   */
  ShellLog(Lines lines, boolean details) {
    this.lines = lines;
    this.details = details;
  }

  @Override
  public void line(String text) {
    lines.text(text);
  }

  @Override
  public void detail(String text) {
    if (details) {
      lines.text(text);
    }
  }

  @Override
  public void warning(String text) {
    lines.text("warning: " + text);
  }

  @Override
  public void problem(Problem problem) {
    lines.problem(problem);
  }

  @Override
  public void group(String title) {
    lines.text(title);
  }

  @Override
  public void endGroup() {}

  @Override
  public void progress(int percent, String what) {}

  /** A shell hides nothing; nothing of ours prints a secret. */
  @Override
  public void mask(Secret secret) {}
}
