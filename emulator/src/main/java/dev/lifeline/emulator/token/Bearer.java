package dev.lifeline.emulator.token;

import dev.lifeline.emulator.world.Account;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls a service, by its token.
 *
 * @param tenantId the tenant of the account
 * @param account the account, as it is now
 * @param username its whole user name
 * @param clientId the application that it signed in through
 * @param scopes the delegated permissions of the token, by their short names
 */
public record Bearer(
    UUID tenantId, Account account, String username, UUID clientId, Set<String> scopes) {

  /** Takes a copy of the set. */
  public Bearer {
    scopes = Set.copyOf(scopes);
  }
}
