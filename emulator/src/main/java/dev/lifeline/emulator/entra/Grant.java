package dev.lifeline.emulator.entra;

import java.util.Set;
import java.util.UUID;

/**
 * A sign-in that has passed every check.
 *
 * @param who who signed in
 * @param clientId through which application
 * @param target what for
 * @param permissions the permissions that the token holds
 * @param clientInfo whether the client asked for {@code client_info}
 * @param refreshable whether a refresh token is due
 */
record Grant(
    SignedIn who,
    UUID clientId,
    Target target,
    Set<String> permissions,
    boolean clientInfo,
    boolean refreshable) {

  Grant {
    permissions = Set.copyOf(permissions);
  }

  /** The value of {@code scp}. */
  String scp() {
    return String.join(" ", permissions.stream().sorted().toList());
  }
}
