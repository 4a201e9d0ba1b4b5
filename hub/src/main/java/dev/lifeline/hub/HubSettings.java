package dev.lifeline.hub;

import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.hub.secret.MasterKey;
import dev.lifeline.hub.signin.SignInSettings;
import dev.lifeline.hub.store.DatabaseAddress;

/**
 * How a hub is started.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param database where it keeps everything
 * @param masterKey what the secrets in it are encrypted under
 * @param network how Entra ID and LCS are reached
 * @param allowPrivateAddresses whether connections may lead to this machine and to private networks
 * @param behindProxy whether a proxy of the hub's own says where requests come from and how
 * @param signIn how people sign in
 */
public record HubSettings(
    String host,
    int port,
    DatabaseAddress database,
    MasterKey masterKey,
    NetworkSettings network,
    boolean allowPrivateAddresses,
    boolean behindProxy,
    SignInSettings signIn) {
  /** The largest body of a request, in bytes. */
  public static final long LARGEST_BODY = 1 << 20;

  /** Before the clients themselves, with passwords of the hub's own. */
  public HubSettings(
      String host,
      int port,
      DatabaseAddress database,
      MasterKey masterKey,
      NetworkSettings network,
      boolean allowPrivateAddresses) {
    this(
        host,
        port,
        database,
        masterKey,
        network,
        allowPrivateAddresses,
        false,
        SignInSettings.DEFAULTS);
  }

  /** The same behind a proxy of the hub's own, or before the clients themselves. */
  public HubSettings behind(boolean proxy) {
    return new HubSettings(
        host, port, database, masterKey, network, allowPrivateAddresses, proxy, signIn);
  }

  /** The same with other ways to sign in. */
  public HubSettings with(SignInSettings other) {
    return new HubSettings(
        host, port, database, masterKey, network, allowPrivateAddresses, behindProxy, other);
  }

  /** Refuses a port that does not exist. */
  public HubSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535");
    }
  }
}
