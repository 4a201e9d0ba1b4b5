package dev.lifeline.emulator.world;

/** What an account may do in an LCS project. */
public enum ProjectRole {
  /** Everything. */
  OWNER,
  /** Everything that a pipeline needs, servicing included. */
  ENVIRONMENT_MANAGER,
  /** Looking, and nothing else. */
  READER,
  /** Nothing yet: the project was never opened, so the invitation is not accepted. */
  INVITED;

  /** Whether the invitation was accepted, so that the project can be seen. */
  public boolean sees() {
    return this != INVITED;
  }

  /** Whether assets may be added and environments serviced. */
  public boolean changes() {
    return this == OWNER || this == ENVIRONMENT_MANAGER;
  }
}
