package dev.lifeline.hub.connector;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.hub.model.Target;

/** Makes connections that core can use. Thread-safe. */
public final class Connector {
  private final NetworkSettings network;
  private final Surroundings surroundings;
  private final AddressGuard guard;

  /** Sends nothing yet. */
  public Connector(NetworkSettings network, Surroundings surroundings, AddressGuard guard) {
    this.network = network;
    this.surroundings = surroundings;
    this.guard = guard;
  }

  /**
   * Checks where a connection leads, and that it may be gone there.
   *
   * @param name for messages
   * @throws LifelineException CONNECTION_INVALID, CLOUD_MISMATCH, ADDRESS_REFUSED
   */
  public ServiceConnection check(String name, Target target) {
    ServiceConnection connection =
        ConnectionFields.empty()
            .with(ConnectionField.NAME, ServiceConnection.nameLike(name))
            .with(ConnectionField.AUTHENTICATION_ENDPOINT, target.url())
            .with(ConnectionField.API_ENDPOINT, target.apiUrl())
            .with(ConnectionField.USERNAME, target.username())
            .with(ConnectionField.CLIENT_ID, target.clientId())
            .toConnection();
    guard.require(connection.authenticationEndpoint().uri());
    guard.require(connection.apiEndpoint().uri());
    return connection;
  }

  /**
   * Checks a password's form.
   *
   * @throws LifelineException CONNECTION_INVALID; as {@link #check}
   */
  public UsableConnection check(String name, Target target, Secret password) {
    return new UsableConnection(check(name, target), new Credential.Password(password));
  }

  /**
   * A connection in use; whoever asks closes it.
   *
   * @throws LifelineException as {@link #check(String, Target, Secret)}
   */
  public Lifeline lifeline(String name, Target target, Secret password) {
    return new Lifeline(check(name, target, password), network, surroundings);
  }
}
