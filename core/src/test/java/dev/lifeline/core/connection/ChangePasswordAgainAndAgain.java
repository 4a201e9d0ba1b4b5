package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import java.nio.file.Path;

/**
 * A process of its own that changes the password of the connection "contoso" until it is killed.
 */
final class ChangePasswordAgainAndAgain {
  private ChangePasswordAgainAndAgain() {}

  public static void main(String[] arguments) {
    var folder = new ConnectionFolder(Path.of(arguments[0]), new SystemTime());
    for (int round = 1; round > 0; round++) {
      folder.beginChange("contoso", Secret.of("canary-round-" + round));
      System.out.println("round " + round);
      if (round % 3 == 0) {
        folder.undoChange("contoso");
      } else {
        folder.finishChange("contoso");
      }
    }
  }
}
