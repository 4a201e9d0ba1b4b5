package dev.lifeline.core.connection;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a user's service connections live, passwords encrypted. Names compare without
 * regard to case.
 *
 * <p>{@code connections.json} holds the fields in plain text and each password as AES-256-GCM
 * ciphertext; {@code connections.key} holds the key. The folder is created for its owner alone, and
 * so are the files; a file that others may read is closed to them again when it is read. Every
 * change replaces the file as a whole under an exclusive lock, so that threads and processes lose
 * nothing of each other's, and one that is killed leaves the old content or the new. Fields that a
 * newer version wrote are kept. Reading locks and creates nothing.
 *
 * <p>Thread-safe. Each method throws {@link LifelineException} STORE_DAMAGED when the folder cannot
 * be read or written or its content is damaged; nothing damaged is ever overwritten.
 */
public final class ConnectionFolder {
  private final StoreFiles files;
  private final InstantSource clock;

  /**
   * Looks at nothing yet.
   *
   * @param folder need not exist
   * @param clock says when a password was changed
   */
  public ConnectionFolder(Path folder, InstantSource clock) {
    this.files = new StoreFiles(folder);
    this.clock = clock;
  }

  /** All connections, by name without regard to case; empty when there is no folder yet. */
  public List<SavedConnection> list() {
    Store store = files.read();
    return store.connections().stream()
        .map(store::saved)
        .sorted(Comparator.comparing(saved -> ConnectionName.key(saved.connection().name())))
        .toList();
  }

  /**
   * The connection of that name, without its password.
   *
   * @throws LifelineException CONNECTION_NOT_FOUND, saying which exist
   */
  public SavedConnection get(String name) {
    Store store = files.read();
    return store.saved(require(store, name));
  }

  /**
   * The connection of that name with its password.
   *
   * @throws LifelineException CONNECTION_NOT_FOUND, saying which exist; STORE_DAMAGED also when the
   *     password does not decrypt
   */
  public UsableConnection open(String name) {
    Stored stored = require(files.read(), name);
    Secret password = files.vault().decrypt(stored.connection().name(), stored.sealed());
    return new UsableConnection(stored.connection(), password);
  }

  /**
   * Looks whether a connection may be made under that name, before anybody types a password for it.
   *
   * @throws LifelineException CONNECTION_EXISTS
   */
  public void requireFree(String name) {
    requireFree(files.read(), name);
  }

  /**
   * Adds a connection. It does not become the chosen one.
   *
   * @throws LifelineException CONNECTION_EXISTS; CONNECTION_INVALID for a password that no sign-in
   *     accepts
   */
  public void create(ServiceConnection connection, Secret password) {
    var usable = new UsableConnection(connection, password);
    change(
        store -> {
          requireFree(store, connection.name());
          PasswordVault vault = files.vaultFor(store);
          return store.with(Stored.of(connection, clock.instant(), seal(vault, usable)));
        });
  }

  /**
   * Replaces the connection of the same name.
   *
   * @param password the new password, or null to keep the one that is stored
   * @throws LifelineException CONNECTION_NOT_FOUND; CONNECTION_INVALID for a password that no
   *     sign-in accepts
   */
  public void replace(ServiceConnection connection, @Nullable Secret password) {
    @Nullable UsableConnection usable =
        password == null ? null : new UsableConnection(connection, password);
    require(files.read(), connection.name());
    change(
        store -> {
          Stored changed = require(store, connection.name()).withConnection(connection);
          if (usable != null) {
            String sealed = seal(files.vaultFor(store), usable);
            changed = changed.withPassword(clock.instant(), sealed);
          }
          return store.with(changed);
        });
  }

  /**
   * Removes a connection; when it was the chosen one, none is.
   *
   * @throws LifelineException CONNECTION_NOT_FOUND
   */
  public void delete(String name) {
    require(files.read(), name);
    change(store -> store.without(require(store, name)));
  }

  /**
   * Makes a connection the chosen one.
   *
   * @throws LifelineException CONNECTION_NOT_FOUND
   */
  public void use(String name) {
    require(files.read(), name);
    change(store -> store.choosing(require(store, name)));
  }

  private void change(UnaryOperator<Store> step) {
    files.exclusively(() -> files.write(step.apply(files.read())));
  }

  private void requireFree(Store store, String name) {
    store
        .find(name)
        .ifPresent(
            other -> {
              throw files.faults().exists(other.connection().name());
            });
  }

  private Stored require(Store store, String name) {
    return store.find(name).orElseThrow(() -> files.faults().notFound(name, store));
  }

  private static String seal(PasswordVault vault, UsableConnection usable) {
    return vault.encrypt(usable.connection().name(), usable.password());
  }
}
