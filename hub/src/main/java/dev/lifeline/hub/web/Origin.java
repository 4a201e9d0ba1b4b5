package dev.lifeline.hub.web;

import java.util.Optional;
import java.util.Set;

/** Where a browser says that a request comes from (Fetch Metadata; HTML: Origin). */
public final class Origin {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private Origin() {}

  /**
   * Whether a request comes from a page of the hub, or from none. What says nothing at all is no
   * browser of today.
   */
  public static boolean isOwn(HttpCall call) {
    Optional<String> site = call.header("sec-fetch-site");
    return site.isPresent()
        ? OWN.contains(site.get())
        : call.header("origin").map(origin -> origin.equals(call.address())).orElse(true);
  }
}
