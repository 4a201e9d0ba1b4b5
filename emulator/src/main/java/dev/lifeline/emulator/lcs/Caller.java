package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.ProjectId;
import dev.lifeline.emulator.world.ProjectRole;

/**
 * Who asks, and what for.
 *
 * @param account the account behind the token
 * @param project the project in the path, to which the account has access
 * @param role what the account may do there
 */
record Caller(Account account, ProjectId project, ProjectRole role) {

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
