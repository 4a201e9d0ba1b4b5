package dev.lifeline.hub.access;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.Method;
import dev.lifeline.hub.web.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps other sites from using a session that a browser sends by itself (OWASP: CSRF). What changes
 * something has to come from a page of the hub and to bring what only such a page knows.
 */
final class Forgery {
  private static final String HEADER = "x-csrf-token";
  private static final String FIELD = "csrf";
  private static final Set<Method> SAFE = EnumSet.of(Method.GET, Method.OPTIONS);

  private Forgery() {}

  /** Refuses a form that a page of somebody else sends, before anybody is signed in. */
  static void refuse(HttpCall http) {
    if (!SAFE.contains(http.method()) && !Origin.isOwn(http)) {
      throw Fault.FORBIDDEN.refuse("That was sent by a page of another site.");
    }
  }

  /** Refuses what a browser sends with a session, unless a page of the hub sent it. */
  static void refuse(HttpCall http, Caller caller) {
    if (SAFE.contains(http.method()) || caller.session().isEmpty()) {
      return;
    }
    refuse(http);
    String sent =
        http.header(HEADER)
            .orElseGet(() -> http.form().secret(FIELD).map(Secret::reveal).orElse(""));
    if (!MessageDigest.isEqual(bytes(sent), bytes(caller.csrf()))) {
      throw Fault.FORBIDDEN.refuse("The page is out of date. Load it again, and repeat that.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
