package dev.lifeline.cli.connection;

import dev.lifeline.core.connection.ConnectionMemory;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Realm;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is tried out before it is kept. What is learned meanwhile is kept with it: each
 * use of a refresh token may bring another one. Thread-safe.
 */
final class Trial implements ConnectionMemory {
  private final ServiceConnection connection;
  private final Consumer<Credential> renewed;
  private volatile Credential credential;
  private volatile @Nullable Realm realm;
  private volatile boolean signedIn;

  private Trial(ServiceConnection connection, Credential credential, Consumer<Credential> renewed) {
    this.connection = connection;
    this.credential = credential;
    this.renewed = renewed;
  }

  /** With a secret that is stored nowhere yet. */
  static Trial of(ServiceConnection connection, Credential credential) {
    return new Trial(connection, credential, current -> {});
  }

  /** With the secret of a stored connection, which stays good however the trial ends. */
  static Trial withSecretOf(UsableConnection stored, ServiceConnection connection) {
    return new Trial(connection, stored.credential(), stored.memory()::used);
  }

  ServiceConnection connection() {
    return connection;
  }

  /** What the next sign-in is made with. */
  Credential credential() {
    return credential;
  }

  /** Who checks the password, as far as that was found out. */
  @Nullable Realm realm() {
    return realm;
  }

  /** Whether a sign-in succeeded. */
  boolean hasSignedIn() {
    return signedIn;
  }

  /** The connection as it stands now. */
  UsableConnection usable() {
    return new UsableConnection(connection, credential, realm, this);
  }

  @Override
  public void realmFound(Realm found) {
    realm = found;
  }

  @Override
  public void used(Credential current) {
    credential = current;
    signedIn = true;
    renewed.accept(current);
  }
}
