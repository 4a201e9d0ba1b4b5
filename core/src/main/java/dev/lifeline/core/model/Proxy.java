package dev.lifeline.core.model;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy.
 *
 * @param host its host name
 * @param port its port
 * @param username for basic authentication, or null
 * @param password for basic authentication, or null
 */
public record Proxy(String host, int port, @Nullable String username, @Nullable Secret password) {
  /**
   * Reads {@code http://[user:password@]host[:port]}.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the password
   */
  public static Proxy of(String text) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      throw malformed();
    }
    if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
      throw malformed();
    }
    int port = uri.getPort() < 0 ? 8080 : uri.getPort();
    String user = uri.getUserInfo();
    if (user == null || user.isEmpty()) {
      return new Proxy(uri.getHost(), port, null, null);
    }
    int colon = user.indexOf(':');
    String password = colon < 0 ? "" : user.substring(colon + 1);
    return new Proxy(
        uri.getHost(),
        port,
        colon < 0 ? user : user.substring(0, colon),
        password.isEmpty() ? null : Secret.of(password));
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "the proxy address is not of the form http://[user:password@]host:port");
  }
}
