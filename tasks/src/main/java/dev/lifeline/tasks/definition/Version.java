package dev.lifeline.tasks.definition;

/**
 * A task's version. The major one is part of the task's interface and stands in YAML; the others
 * rise whenever the task changes.
 */
public record Version(int major, int minor, int patch) {
  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
