package dev.lifeline.emulator.world;

import java.util.UUID;

/**
 * An Entra ID tenant.
 *
 * @param id the tenant id
 * @param domain its verified domain
 */
public record Tenant(UUID id, String domain) {

  /** Whether a user name belongs to this tenant, by the domain after its last {@code @}. */
  public boolean owns(String username) {
    return username.substring(username.lastIndexOf('@') + 1).equalsIgnoreCase(domain);
  }
}
