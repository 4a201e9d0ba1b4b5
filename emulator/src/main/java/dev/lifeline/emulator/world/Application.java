package dev.lifeline.emulator.world;

import java.util.UUID;

/**
 * An application registration with its service principal.
 *
 * @param clientId the application (client) id
 * @param objectId the registration's object id
 * @param principalId the service principal's object id
 * @param displayName the name in the portal
 * @param publicClientFlows whether "Allow public client flows" is on
 * @param permission whether the registration asks for Dynamics Lifecycle services
 * @param consented whether an administrator has consented for the tenant
 */
public record Application(
    UUID clientId,
    UUID objectId,
    UUID principalId,
    String displayName,
    boolean publicClientFlows,
    boolean permission,
    boolean consented) {}
