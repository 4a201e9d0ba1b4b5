package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;

/**
 * Who asks, as far as it matters, and what for.
 *
 * @param project the project in the path, to which it has access
 * @param role what it may do there
 */
record Caller(ProjectId project, ProjectRole role) {

  /**
   * Passes when the caller may change things.
   *
   * @throws RefusedException if not
   */
  void mustChange() throws RefusedException {
    if (!role.changes()) {
      throw new RefusedException(
          403,
          "The user does not have permission to perform this action in project " + project + ".");
    }
  }
}
