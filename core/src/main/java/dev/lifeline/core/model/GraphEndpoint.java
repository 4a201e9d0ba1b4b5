package dev.lifeline.core.model;

import java.net.URI;

/**
 * Where Microsoft Graph answers, such as {@code https://graph.microsoft.com}. Without a slash at
 * the end; also the prefix of its scopes.
 *
 * @param uri https, or http on loopback
 */
public record GraphEndpoint(URI uri) {
  public GraphEndpoint {
    uri = Address.of(uri, "Microsoft Graph endpoint").withoutTrailingSlash();
  }

  /**
   * Reads the endpoint as people write it.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static GraphEndpoint of(String text) {
    return new GraphEndpoint(Address.parse(text, "Microsoft Graph endpoint"));
  }

  /**
   * Whether it and an authority belong together: both on loopback or neither, and of one of
   * Microsoft's clouds if the authority is. What is meant for one cloud must not reach another.
   */
  public boolean isOfOneCloudWith(AuthenticationEndpoint authority) {
    boolean sameCloud = authority.cloud().map(this::isOf).orElse(true);
    return sameCloud && isLoopback() == authority.isLoopback();
  }

  /** US Government has two (Entra sign-in: national clouds). */
  private boolean isOf(Cloud cloud) {
    return equals(cloud.graphEndpoint())
        || (cloud == Cloud.US_GOVERNMENT && uri.getHost().equals("dod-graph.microsoft.us"));
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
