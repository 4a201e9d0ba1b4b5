package dev.lifeline.core.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The authority that signs the account in: host and tenant, such as {@code
 * https://login.microsoftonline.com/organizations} (Setup guide: Authentication Endpoint). Without
 * a slash at the end.
 *
 * <p>An authority that is not Entra ID is given by its whole token endpoint: an address that ends
 * in {@code /token}.
 *
 * @param uri https, or http on loopback; the path is exactly one tenant segment, or ends in {@code
 *     /token}
 */
public record AuthenticationEndpoint(URI uri) {
  private static final String TOKEN = "/token";

  public AuthenticationEndpoint {
    uri = Address.of(uri, "authentication endpoint").withoutTrailingSlash();
    String tenant = uri.getRawPath().replaceFirst("^/", "");
    boolean whole = tenant.endsWith(TOKEN);
    if (!whole && (tenant.isEmpty() || tenant.contains("/"))) {
      throw new IllegalArgumentException(
          "the authentication endpoint ends in one tenant, for example /organizations, not in '"
              + uri.getRawPath()
              + "'");
    }
    String lowerCase = tenant.toLowerCase(Locale.ROOT);
    if (lowerCase.equals("common") || lowerCase.equals("consumers")) {
      throw new IllegalArgumentException(
          "Entra ID refuses user name and password at '/"
              + tenant
              + "'; use /organizations, or your tenant's id or domain");
    }
  }

  /**
   * Reads the endpoint as people write it.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static AuthenticationEndpoint of(String text) {
    return new AuthenticationEndpoint(Address.parse(text, "authentication endpoint"));
  }

  /** The first segment of the path, the tenant: {@code organizations}, a GUID or a domain. */
  public String tenant() {
    return uri.getRawPath().substring(1).split("/", 2)[0];
  }

  /** Where tokens are asked for (Entra sign-in: v2 form). */
  public URI tokenEndpoint() {
    return isTokenEndpoint() ? uri : URI.create(uri + "/oauth2/v2.0/token");
  }

  /** Where a sign-in on another device begins; only at Entra ID. */
  public URI deviceCodeEndpoint() {
    return URI.create(uri + "/oauth2/v2.0/devicecode");
  }

  /** What the authority says of itself; only at Entra ID. */
  public URI configuration() {
    return URI.create(uri + "/v2.0/.well-known/openid-configuration");
  }

  /** Where the realm of a user is asked, without the user; only at Entra ID. */
  public URI userRealms() {
    return uri.resolve("/common/userrealm/");
  }

  /** Whether it is given by its whole token endpoint, as an authority that is not Entra ID is. */
  public boolean isTokenEndpoint() {
    return uri.getRawPath().endsWith(TOKEN);
  }

  /** The cloud that this authority belongs to; empty when the host is not Microsoft's. */
  public Optional<Cloud> cloud() {
    return Cloud.ofAuthorityHost(uri.getHost());
  }

  /** Whether it stays on this machine, as an emulator does. */
  public boolean isLoopback() {
    return HostName.of(uri).isLoopback();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
