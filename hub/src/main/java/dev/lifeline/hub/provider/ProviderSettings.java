package dev.lifeline.hub.provider;

import dev.lifeline.core.model.HostName;
import dev.lifeline.core.model.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which provider of OpenID Connect people sign in with.
 *
 * @param issuer the provider, as it calls itself, without a slash at its end
 * @param clientId as whom the hub is registered there
 * @param clientSecret how the hub proves that, or null for a public client
 * @param nameClaim the claim that is compared with a person's unique name, {@link #EMAIL} or
 *     another that people cannot choose themselves
 * @param createsPeople whether everybody whom the provider lets in becomes a person of the hub
 */
public record ProviderSettings(
    URI issuer,
    String clientId,
    @Nullable Secret clientSecret,
    String nameClaim,
    boolean createsPeople) {
  /** Counts only when the provider says that it has verified the address. */
  public static final String EMAIL = "email";

  /** Refuses an issuer that is no https address; plain HTTP is for this machine alone. */
  public ProviderSettings {
    issuer = URI.create(issuer.toString().replaceFirst("/+$", ""));
    if (!isSafe(issuer) || issuer.getQuery() != null || issuer.getFragment() != null) {
      throw new IllegalArgumentException("an issuer is an https address");
    }
    if (clientId.isBlank() || nameClaim.isBlank()) {
      throw new IllegalArgumentException("a provider needs a client id and the name of a claim");
    }
  }

  /** Whether what is sent there cannot be read on its way. */
  static boolean isSafe(URI address) {
    @Nullable String host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && new HostName(host).isLoopback()));
  }

  /** What people call the provider: its host. */
  public String name() {
    return issuer.getAuthority();
  }
}
