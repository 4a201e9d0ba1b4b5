package dev.lifeline.cli.shell;

import dev.lifeline.core.Credentials;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.credential.Settlement;

/** Finds a change of a password that was cut off between Entra ID and the connection folder. */
final class Unfinished {
  private final Shell shell;

  Unfinished(Shell shell) {
    this.shell = shell;
  }

  /**
   * The connection with the password that works.
   *
   * @throws dev.lifeline.core.problem.LifelineException PASSWORD_CHANGE_UNFINISHED when neither the
   *     old nor the new one does
   */
  UsableConnection settled(UsableConnection stored) {
    String name = stored.connection().name();
    if (!shell.connections().get(name).changeUnfinished()) {
      return stored;
    }
    Settlement settlement;
    try (Credentials credentials = shell.credentials()) {
      settlement = credentials.rotation().settle(name);
    }
    shell
        .console()
        .note("a change of the password of '" + name + "' was cut off; " + words(settlement));
    return shell.connections().open(name);
  }

  private static String words(Settlement settlement) {
    return switch (settlement) {
      case NOTHING -> "somebody else has settled it";
      case FINISHED -> "it is finished now: the new password works, and is the one that is stored";
      case UNDONE -> "it is undone now: the old password works, and the new one is forgotten";
      case LEFT -> "that was a moment ago, so both are kept, and the old one is used for now";
    };
  }
}
