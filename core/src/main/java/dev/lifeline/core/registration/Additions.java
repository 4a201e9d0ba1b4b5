package dev.lifeline.core.registration;

import dev.lifeline.core.graph.ApplicationSettings;
import java.util.ArrayList;
import java.util.List;

/** Says what a repair added. */
final class Additions {
  private Additions() {}

  static String between(ApplicationSettings before, ApplicationSettings after) {
    List<String> added = new ArrayList<>();
    if (before.publicClientFlows() != after.publicClientFlows()) {
      added.add("public client flows");
    }
    after.redirectUris().stream()
        .filter(uri -> !before.redirectUris().contains(uri))
        .map(uri -> "the redirect URI " + uri)
        .forEach(added::add);
    if (!before.requiredAccess().equals(after.requiredAccess())) {
      added.add("the permissions that it lacked");
    }
    return String.join(", ", added);
  }
}
