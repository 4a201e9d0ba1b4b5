package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.model.SignInMethod;
import dev.lifeline.core.problem.LifelineException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a user's service connections live, secrets encrypted. Names compare without
 * regard to case.
 *
 * <p>{@code connections.json} holds the fields in plain text and each secret as AES-256-GCM
 * ciphertext. The key is in the operating system's key store or in {@code connections.key}, as each
 * connection's {@link SecretStorage} says. The folder is created for its owner alone, and so are
 * the files; a file that others may read is closed to them again when it is read. Every change
 * replaces the file as a whole under an exclusive lock, so that threads and processes lose nothing
 * of each other's, and one that is killed leaves the old content or the new. Fields that a newer
 * version wrote are kept. Reading locks and creates nothing.
 *
 * <p>A password that is changed in Entra ID too is changed in two steps, so that it is lost at no
 * moment: {@link #beginChange} stores the new one beside the old before Entra ID is asked; {@link
 * #finishChange} lets it take the old one's place, {@link #undoChange} drops it. In between, {@link
 * #unfinishedChange} finds it, whatever happened to the process.
 *
 * <p>Thread-safe. Each method throws {@link LifelineException} STORE_DAMAGED when the folder cannot
 * be read or written or its content is damaged, and nothing damaged is ever overwritten;
 * CONNECTION_NOT_FOUND, saying which exist, when there is no connection of the name it is given;
 * KEY_STORE_UNAVAILABLE when it needs a key that is in the operating system's key store and cannot
 * get it.
 */
public final class ConnectionFolder {
  private final StoreFiles files;
  private final Vaults vaults;
  private final InstantSource clock;

  /**
   * Looks at nothing yet.
   *
   * @param folder need not exist
   * @param clock says when a secret was changed
   * @param keyStore the operating system's key store; asked only about a connection whose key is
   *     there, and when one is created or moved
   */
  public ConnectionFolder(Path folder, InstantSource clock, KeyHolder keyStore) {
    this.files = new StoreFiles(folder);
    this.vaults = new Vaults(folder, files, keyStore);
    this.clock = clock;
  }

  /** A folder that keeps its key in a file. */
  public ConnectionFolder(Path folder, InstantSource clock) {
    this(folder, clock, KeyHolder.NONE);
  }

  /** All connections, by name without regard to case; empty when there is no folder yet. */
  public List<SavedConnection> list() {
    Store store = files.read();
    return store.connections().stream()
        .map(store::saved)
        .sorted(Comparator.comparing(saved -> ConnectionName.key(saved.connection().name())))
        .toList();
  }

  /** The connection of that name, without its secret. */
  public SavedConnection get(String name) {
    Store store = files.read();
    return store.saved(require(store, name));
  }

  /**
   * The connection of that name with its secret. Its memory writes into this folder.
   *
   * @throws LifelineException STORE_DAMAGED also when the secret does not decrypt
   */
  public UsableConnection open(String name) {
    Store store = files.read();
    Stored stored = require(store, name);
    Secret secret = secret(stored, vaults.of(store, stored.storage()));
    Credential credential = stored.credential(secret);
    var memory =
        new FolderMemory(
            new FolderMemory.Places(files, vaults, clock),
            stored.connection(),
            credential,
            stored.secret().text());
    return new UsableConnection(stored.connection(), credential, stored.realm(), memory);
  }

  /** What a connection of a hub that is not stored leaves in this folder. */
  public ConnectionMemory memoryOf(HubPlace place) {
    return new HubMemory(files, place);
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
   * @param storage where its key is kept; null for the key store where it can be used, else the
   *     file
   * @return the connection as it was stored
   * @throws LifelineException CONNECTION_EXISTS; CONNECTION_INVALID for a password that no sign-in
   *     accepts; KEY_STORE_UNAVAILABLE only when the key store was asked for
   */
  public SavedConnection create(
      ServiceConnection connection, Credential credential, @Nullable SecretStorage storage) {
    UsableConnection.requireWellFormed(credential);
    files.change(
        store -> {
          requireFree(store, connection.name());
          Vaults.Prepared prepared =
              storage == null ? vaults.prepareBest(store) : vaults.prepare(store, storage);
          Sealed sealed = seal(prepared.vault(), connection.name(), credential);
          return prepared
              .store()
              .with(Stored.of(connection, credential, sealed, prepared.storage()));
        });
    return get(connection.name());
  }

  /**
   * Replaces the connection of the same name. A new secret ends a change of the password that was
   * begun: the one that is given is the one that works.
   *
   * @param credential the new secret, or null to keep the one that is stored
   * @throws LifelineException CONNECTION_INVALID for a password that no sign-in accepts
   */
  public void replace(ServiceConnection connection, @Nullable Credential credential) {
    if (credential != null) {
      UsableConnection.requireWellFormed(credential);
    }
    String name = connection.name();
    require(files.read(), name);
    files.change(
        store -> {
          Stored changed = require(store, name).withConnection(connection);
          if (credential != null) {
            SecretVault vault = vaults.prepare(store, changed.storage()).vault();
            changed = changed.withSecret(credential, seal(vault, name, credential));
          }
          return store.with(changed);
        });
  }

  /** Removes a connection; when it was the chosen one, none is. */
  public void delete(String name) {
    require(files.read(), name);
    files.change(store -> store.without(require(store, name)));
    clearUnusedKey();
  }

  /** Makes a connection the chosen one. */
  public void use(String name) {
    require(files.read(), name);
    files.change(store -> store.choosing(require(store, name)));
  }

  /**
   * Keeps the key of a connection's secrets elsewhere from now on; nothing happens when it is there
   * already.
   */
  public void move(String name, SecretStorage storage) {
    require(files.read(), name);
    files.change(
        store -> {
          Stored stored = require(store, name);
          return stored.storage() == storage ? store : moved(store, stored, storage);
        });
    clearUnusedKey();
  }

  /**
   * Stores the password that is about to become the account's beside the one that is.
   *
   * @throws LifelineException CONNECTION_INVALID for a password that no sign-in accepts, and for a
   *     connection that has none; PASSWORD_CHANGE_UNFINISHED when a change was begun before
   */
  public void beginChange(String name, Secret newPassword) {
    UsableConnection.requireWellFormed(new Credential.Password(newPassword));
    require(files.read(), name);
    files.change(
        store -> {
          Stored stored = require(store, name);
          if (stored.signIn() != SignInMethod.PASSWORD) {
            throw files.faults().noPassword(stored.connection().name());
          }
          if (stored.unfinished() != null) {
            throw files.faults().changeUnderWay(stored.connection().name());
          }
          String sealed = vaults.of(store, stored.storage()).sealUnfinished(name, newPassword);
          return store.with(stored.withUnfinished(new Sealed(sealed, clock.instant())));
        });
  }

  /** The new password of a change that was begun and neither finished nor undone. */
  public Optional<Secret> unfinishedChange(String name) {
    Store store = files.read();
    Stored stored = require(store, name);
    Sealed unfinished = stored.unfinished();
    return unfinished == null
        ? Optional.empty()
        : Optional.of(unfinished(stored, unfinished, vaults.of(store, stored.storage())));
  }

  /** When the change was begun that {@link #unfinishedChange} finds. */
  public Optional<Instant> unfinishedSince(String name) {
    return Optional.ofNullable(require(files.read(), name).unfinished()).map(Sealed::since);
  }

  /**
   * The new password takes the old one's place, as of when the change was begun. Nothing happens
   * when none was begun, or when somebody else has ended it.
   */
  public void finishChange(String name) {
    require(files.read(), name);
    files.change(
        store -> {
          Stored stored = require(store, name);
          Sealed unfinished = stored.unfinished();
          if (unfinished == null) {
            return store;
          }
          SecretVault vault = vaults.of(store, stored.storage());
          Credential next = new Credential.Password(unfinished(stored, unfinished, vault));
          String sealed = vault.seal(name, next.secret());
          return store.with(stored.withSecret(next, new Sealed(sealed, unfinished.since())));
        });
  }

  /** The new password is forgotten; nothing happens when no change was begun. */
  public void undoChange(String name) {
    require(files.read(), name);
    files.change(store -> store.with(require(store, name).withUnfinished(null)));
  }

  private Store moved(Store store, Stored stored, SecretStorage to) {
    String name = stored.connection().name();
    SecretVault from = vaults.of(store, stored.storage());
    Secret secret = secret(stored, from);
    Sealed unfinished = stored.unfinished();
    @Nullable Secret next = unfinished == null ? null : unfinished(stored, unfinished, from);
    Vaults.Prepared prepared = vaults.prepare(store, to);
    var resealed = new Sealed(prepared.vault().seal(name, secret), stored.secret().since());
    @Nullable Sealed nextResealed =
        unfinished == null || next == null
            ? null
            : new Sealed(prepared.vault().sealUnfinished(name, next), unfinished.since());
    return prepared.store().with(stored.moved(to, resealed, nextResealed));
  }

  /** After the connection, so that a process that dies in between leaves no secret without key. */
  private void clearUnusedKey() {
    files.change(vaults::withoutUnusedKey);
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

  private Secret secret(Stored stored, SecretVault vault) {
    try {
      return vault.open(stored.connection().name(), stored.secret().text());
    } catch (GeneralSecurityException e) {
      throw files.faults().undecryptable(stored);
    }
  }

  private Secret unfinished(Stored stored, Sealed unfinished, SecretVault vault) {
    try {
      return vault.openUnfinished(stored.connection().name(), unfinished.text());
    } catch (GeneralSecurityException e) {
      throw files.faults().undecryptable(stored);
    }
  }

  private Sealed seal(SecretVault vault, String name, Credential credential) {
    return new Sealed(vault.seal(name, credential.secret()), clock.instant());
  }
}
