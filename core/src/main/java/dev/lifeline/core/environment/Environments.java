package dev.lifeline.core.environment;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.EnvironmentLookup;
import dev.lifeline.core.model.Environment;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.ProjectId;
import java.util.List;

/**
 * Shows environments and what was done to them. Every method throws {@link
 * dev.lifeline.core.problem.LifelineException} for what LCS refuses. Thread-safe.
 */
public final class Environments {
  private final LcsClient lcs;
  private final EnvironmentLookup lookup;

  public Environments(LcsClient lcs, EnvironmentLookup lookup) {
    this.lcs = lcs;
    this.lookup = lookup;
  }

  /** All environments of a project, in the order of LCS. */
  public List<Environment> all(ProjectId project) {
    return lcs.allEnvironments(project).toList();
  }

  /**
   * One environment.
   *
   * @param idOrName its id, or its whole name
   */
  public Environment one(ProjectId project, String idOrName) {
    return lookup.environment(project, idOrName);
  }

  /**
   * What was done to an environment, the latest first.
   *
   * @param most how many entries at most; pages behind them are not asked for
   */
  public List<HistoryEntry> history(ProjectId project, EnvironmentId environment, int most) {
    return lcs.allHistory(project, environment).limit(most).toList();
  }
}
