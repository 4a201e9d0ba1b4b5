package dev.lifeline.emulator.world;

import java.util.UUID;

/**
 * An Entra ID tenant.
 *
 * @param id the tenant id
 * @param domain its verified domain
 * @param conditionalAccess whether a policy blocks every sign-in by user name and password alone
 */
public record Tenant(UUID id, String domain, boolean conditionalAccess) {

  /** Whether a user name belongs to this tenant, by the domain after its last {@code @}. */
  public boolean owns(String username) {
    return username.substring(username.lastIndexOf('@') + 1).equalsIgnoreCase(domain);
  }

  /** Whether a path or a setting means this tenant. */
  public boolean isNamed(String idOrDomain) {
    return idOrDomain.equalsIgnoreCase(domain) || idOrDomain.equalsIgnoreCase(id.toString());
  }
}
