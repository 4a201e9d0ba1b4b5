package dev.lifeline.core.model;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The LCS API endpoint of the geography in which a project lives, without a slash at the end: it is
 * compared and sent as the token's audience (LCS API: endpoints by geography).
 *
 * @param uri https, or http on loopback; no path
 */
public record ApiEndpoint(URI uri) {
  public ApiEndpoint {
    uri = Address.of(uri, "LCS API endpoint").withoutTrailingSlash();
    if (!uri.getRawPath().isEmpty()) {
      throw new IllegalArgumentException(
          "the LCS API endpoint '" + uri + "' is a host only, without '" + uri.getRawPath() + "'");
    }
  }

  /**
   * Reads the endpoint as people write it.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static ApiEndpoint of(String text) {
    return new ApiEndpoint(Address.parse(text, "LCS API endpoint"));
  }

  /** The clouds that can sign in to it; empty when that is not known from the address. */
  public Set<Cloud> possibleClouds() {
    Optional<Geography> geography = Geography.withApiEndpoint(this);
    if (geography.isPresent()) {
      return geography.get().possibleClouds();
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.endsWith(".lcs.dynamics.com")) {
      return Set.of(Cloud.GLOBAL);
    }
    if (host.endsWith(".lcs.microsoftdynamics.us")) {
      return Set.of(Cloud.GLOBAL, Cloud.US_GOVERNMENT);
    }
    return host.endsWith(".dynamics.cn") ? Set.of(Cloud.CHINA) : Set.of();
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
