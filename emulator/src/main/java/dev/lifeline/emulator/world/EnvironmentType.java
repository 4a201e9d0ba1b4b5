package dev.lifeline.emulator.world;

/** What an environment is for, with LCS's word for it. */
public enum EnvironmentType {
  /** Takes no software deployable package through the API. */
  PRODUCTION("Production"),
  /** Tier 2 and above. */
  SANDBOX("Sandbox"),
  /** Builds; takes no package through the API. */
  BUILD("Build");

  private final String word;

  EnvironmentType(String word) {
    this.word = word;
  }

  /** LCS's word. */
  public String word() {
    return word;
  }
}
