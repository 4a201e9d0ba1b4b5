package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline hub rotate-key}. */
@Command(
    name = "rotate-key",
    description = {
      "Encrypt every stored password with a new key; the old one is gone afterwards.",
      "On PostgreSQL while hubs run on it; on a file while none does."
    })
public final class HubRotateKeyCommand implements Runnable {
  @Mixin private final HubOptions options = new HubOptions();

  private final Shell shell;

  public HubRotateKeyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    try (Database database = Database.open(options.database(shell))) {
      Keyring keyring = Keyring.open(database, options.masterKey(shell), shell.host().time());
      int count = keyring.rotate(database);
      String passwords = count == 1 ? "1 password" : count + " passwords";
      shell
          .console()
          .result(
              Map.of("encryptedAgain", count),
              List.of("encrypted " + passwords + " with a new key"));
    }
  }
}
