package dev.lifeline.hub.web;

import dev.lifeline.core.model.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a browser is to keep and to send back, to this hub alone and unseen by scripts. Prints no
 * value.
 *
 * @param name for a server that encrypts; see {@link #name(String, HttpCall)}
 * @param value null to forget it
 * @param lasts how long it is kept
 * @param encrypted whether it travels over TLS only
 */
public record Cookie(String name, @Nullable Secret value, Duration lasts, boolean encrypted) {
  /** A cookie in the answer to a call. */
  public static Cookie of(String name, Secret value, Duration lasts, HttpCall call) {
    return new Cookie(name(name, call), value, lasts, call.isEncrypted());
  }

  /** Lets the browser forget one. */
  public static Cookie forget(String name, HttpCall call) {
    return new Cookie(name(name, call), null, Duration.ZERO, call.isEncrypted());
  }

  /**
   * The name that a cookie has in a call. Under the prefix, a browser takes it over TLS only and
   * from no other host; over plain HTTP, it takes none with it.
   */
  public static String name(String name, HttpCall call) {
    return call.isEncrypted() ? "__Host-" + name : name;
  }

  /** The value of the header {@code Set-Cookie}. Lax: links from elsewhere arrive signed in. */
  String header() {
    return name
        + "="
        + (value == null ? "" : value.reveal())
        + "; Path=/; Max-Age="
        + lasts.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (encrypted ? "; Secure" : "");
  }
}
