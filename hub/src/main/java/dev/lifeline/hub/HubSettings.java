package dev.lifeline.hub;

import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.hub.secret.MasterKey;
import dev.lifeline.hub.signin.SignInSettings;
import dev.lifeline.hub.store.DatabaseAddress;
import dev.lifeline.hub.web.TlsFiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a hub is started.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param database where it keeps everything
 * @param masterKey what the secrets in it are encrypted under
 * @param network how Entra ID and LCS are reached
 * @param allowPrivateAddresses whether connections may lead to this machine and to private networks
 * @param passwordAge from which on a password is old, positive
 * @param tls what it encrypts with itself, or null for plain HTTP
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
    Duration passwordAge,
    @Nullable TlsFiles tls,
    boolean behindProxy,
    SignInSettings signIn) {
  /** The largest body of a request, in bytes. */
  public static final long LARGEST_BODY = 1 << 20;

  /** Of the 90 days after which Entra ID lets passwords expire where it does, ten are left. */
  public static final Duration PASSWORD_AGE = Duration.ofDays(80);

  /** A hub that speaks plain HTTP. */
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
        PASSWORD_AGE,
        null,
        false,
        SignInSettings.DEFAULTS);
  }

  /** The same with another age of passwords, and with encryption or without. */
  public HubSettings with(Duration age, @Nullable TlsFiles files) {
    return new HubSettings(
        host,
        port,
        database,
        masterKey,
        network,
        allowPrivateAddresses,
        age,
        files,
        behindProxy,
        signIn);
  }

  /** The same behind a proxy of the hub's own, or before the clients themselves. */
  public HubSettings behind(boolean proxy) {
    return new HubSettings(
        host,
        port,
        database,
        masterKey,
        network,
        allowPrivateAddresses,
        passwordAge,
        tls,
        proxy,
        signIn);
  }

  /** The same with other ways to sign in. */
  public HubSettings with(SignInSettings other) {
    return new HubSettings(
        host,
        port,
        database,
        masterKey,
        network,
        allowPrivateAddresses,
        passwordAge,
        tls,
        behindProxy,
        other);
  }

  /** Refuses a port that does not exist. */
  public HubSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port lies between 0 and 65535");
    }
    if (passwordAge.isNegative() || passwordAge.isZero()) {
      throw new IllegalArgumentException("the age of an old password is at least a day");
    }
  }
}
