package dev.lifeline.core.model;

import java.net.URI;

/**
 * Where a Lifeline hub answers. Without a slash at the end.
 *
 * @param uri https, or http on loopback
 */
public record HubEndpoint(URI uri) {
  public HubEndpoint {
    uri = Address.of(uri, "hub").withoutTrailingSlash();
  }

  /**
   * Reads the address as people write it.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  public static HubEndpoint of(String text) {
    return new HubEndpoint(Address.parse(text, "hub"));
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
