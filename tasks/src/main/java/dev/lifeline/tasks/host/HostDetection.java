package dev.lifeline.tasks.host;

/** Finds out which system runs the task, by the variables that each sets. */
public final class HostDetection {
  private HostDetection() {}

  /** The host of that process. */
  public static Host of(TaskProcess process) {
    Variables variables = new Variables(process.environment());
    if (variables.isTrue("TF_BUILD")) {
      return new AzurePipelines(process);
    }
    return variables.isTrue("GITHUB_ACTIONS")
        ? new GitHubActions(process)
        : new PlainShell(process);
  }
}
