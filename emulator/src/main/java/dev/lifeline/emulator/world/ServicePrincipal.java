package dev.lifeline.emulator.world;

import java.util.List;
import java.util.UUID;

/**
 * An application, or an API, in one tenant: "Enterprise application" in the portal.
 *
 * @param id the object id
 * @param appId the application id of what it stands for
 * @param displayName its name
 * @param accountEnabled whether sign-ins are let through
 * @param assignmentRequired whether only those may sign in who are assigned
 * @param assigned the object ids of the accounts that are assigned
 */
public record ServicePrincipal(
    UUID id,
    UUID appId,
    String displayName,
    boolean accountEnabled,
    boolean assignmentRequired,
    List<UUID> assigned) {

  /** Takes a copy of the list. */
  public ServicePrincipal {
    assigned = List.copyOf(assigned);
  }

  /** A principal that lets everybody through. */
  public static ServicePrincipal open(UUID id, UUID appId, String displayName) {
    return new ServicePrincipal(id, appId, displayName, true, false, List.of());
  }

  /** Whether an account may sign in through it, as far as assignment goes. */
  public boolean admits(Account account) {
    return !assignmentRequired || assigned.contains(account.id());
  }

  /** The same principal, enabled or not. */
  public ServicePrincipal withAccountEnabled(boolean enabled) {
    return new ServicePrincipal(id, appId, displayName, enabled, assignmentRequired, assigned);
  }

  /** The same principal, open to the assigned only or to everybody. */
  public ServicePrincipal withAssignmentRequired(boolean required) {
    return new ServicePrincipal(id, appId, displayName, accountEnabled, required, assigned);
  }

  /** The same principal with other accounts assigned. */
  public ServicePrincipal withAssigned(List<UUID> others) {
    return new ServicePrincipal(id, appId, displayName, accountEnabled, assignmentRequired, others);
  }
}
