package dev.lifeline.core.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * What every endpoint of a service connection has to be: an absolute https address without a query.
 */
record Address(URI uri) {
  static URI parse(String text, String what) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the " + what + " '" + shown(text) + "' is not an address: " + e.getReason());
    }
  }

  static Address of(URI uri, String what) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " '"
              + shown(uri.toString())
              + "' is not an address such as https://host");
    }
    if (scheme.equals("http") && !HostName.of(uri).isLoopback()) {
      throw new IllegalArgumentException(
          "the " + what + " '" + shown(uri.toString()) + "' must start with https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " '"
              + shown(uri.toString())
              + "' must not hold a user, a query or a fragment");
    }
    return new Address(uri);
  }

  /** The same address, host in lower case, as LCS and Entra ID compare it. */
  URI withoutTrailingSlash() {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return URI.create(
        uri.getScheme().toLowerCase(Locale.ROOT)
            + "://"
            + uri.getHost().toLowerCase(Locale.ROOT)
            + port
            + path);
  }

  /** Without what may be secret. */
  private static String shown(String address) {
    return address.replaceFirst("//[^/@]*@", "//***@").replaceFirst("[?#].*$", "");
  }
}
