package dev.lifeline.hub;

import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.hub.secret.MasterKey;
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
 */
public record HubSettings(
    String host,
    int port,
    DatabaseAddress database,
    MasterKey masterKey,
    NetworkSettings network,
    boolean allowPrivateAddresses) {
  /** The largest body of a request, in bytes. */
  public static final long LARGEST_BODY = 1 << 20;

  /** Refuses a port that does not exist. */
  public HubSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535");
    }
  }
}
