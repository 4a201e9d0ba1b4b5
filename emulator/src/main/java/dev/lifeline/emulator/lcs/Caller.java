package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;

/**
 * Who asks, as far as it matters, and what for.
 *
 * @param project the project in the path, to which it has access
 * @param role what it may do there
 * @param username its user name
 */
record Caller(ProjectId project, ProjectRole role, String username) {

  /**
   * Passes when the caller may change things in the asset library.
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

  /**
   * Passes when the caller may service environments.
   *
   * @throws RefusedException if not
   */
  void mustService() throws RefusedException {
    if (!role.changes()) {
      throw RefusedException.inEnvelope(
          "The user does not have the Environment manager role in project " + project + ".");
    }
  }
}
