package dev.lifeline.core.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The authority that signs the account in: host and tenant, such as {@code
 * https://login.microsoftonline.com/organizations} (Setup guide: Authentication Endpoint). Without
 * a slash at the end.
 *
 * @param uri https, or http on loopback; the path is exactly one tenant segment
 */
public record AuthenticationEndpoint(URI uri) {
  public AuthenticationEndpoint {
    uri = Address.of(uri, "authentication endpoint").withoutTrailingSlash();
    String tenant = uri.getRawPath().replaceFirst("^/", "");
    if (tenant.isEmpty() || tenant.contains("/")) {
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

  /** The tenant segment: {@code organizations}, a GUID or a domain. */
  public String tenant() {
    return uri.getRawPath().substring(1);
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
