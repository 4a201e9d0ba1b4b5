package dev.lifeline.cli.hub;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.HubUpkeep;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lifeline hub rotate-key}. */
@Command(
    name = "rotate-key",
    description = {
      "Encrypt every stored password with a new key; the old one is gone afterwards.",
      "With --hub URL a hub that runs does it; without, on PostgreSQL while hubs run, on a file while",
      "none does."
    })
public final class HubRotateKeyCommand implements Runnable {
  @Mixin private final HubOptions options = new HubOptions();

  private final Shell shell;

  public HubRotateKeyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    options.check();
    Optional<HubEndpoint> hub = shell.settings().hub();
    if (hub.isPresent()) {
      try (HubUpkeep upkeep = shell.hubUpkeep()) {
        show(upkeep.rotateKey(hub.get(), shell.settings().hubToken()));
      }
      return;
    }
    try (Database database = Database.open(options.database(shell))) {
      Keyring keyring = Keyring.open(database, options.masterKey(shell), shell.host().time());
      show(keyring.rotate(database));
    }
  }

  private void show(int count) {
    String passwords = count == 1 ? "1 password" : count + " passwords";
    shell
        .console()
        .result(
            Map.of("encryptedAgain", count), List.of("encrypted " + passwords + " with a new key"));
  }
}
