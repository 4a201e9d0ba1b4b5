package dev.lifeline.hub.backup;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.web.Reply;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** What administrators do to a hub while it runs: back it up, and change its key. */
public final class Upkeep {
  private final Database database;
  private final Keyring keyring;

  /** For a hub. */
  public Upkeep(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.onSlow(Route.BACKUP, this::backup).onSlow(Route.KEY_ROTATE, this::rotate);
  }

  /** Written to a file first: a slow client must not hold a transaction open. */
  private Supplier<Reply> backup(Call call) {
    call.audit("hub.backed-up", AuditEntry.About.HUB, "everything");
    return () -> {
      try {
        Path file = Files.createTempFile("lifeline-hub-", ".zip"); // its owner's alone
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
          Backup.write(database, stream, call.now());
        } catch (IOException | RuntimeException e) {
          Files.deleteIfExists(file);
          throw e;
        }
        return Reply.file("application/zip", file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private Supplier<Reply> rotate(Call call) {
    AuditEntry entry = call.auditEntry("hub.key-rotated", AuditEntry.About.HUB, "every password");
    return () -> {
      int count = keyring.rotate(database);
      database.change(tables -> tables.audit().add(entry));
      return Reply.json(Map.of("encryptedAgain", count));
    };
  }
}
