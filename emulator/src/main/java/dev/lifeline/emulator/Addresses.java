package dev.lifeline.emulator;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Password;
import dev.lifeline.emulator.world.ProjectId;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What a person needs to connect, and a test to steer: the fields of the ready file.
 *
 * @param authenticationEndpoint Entra ID's, ending in {@code /organizations}
 * @param apiEndpoint LCS's
 * @param otherApiEndpoint that of LCS in another geography, which knows no project
 * @param graphEndpoint Microsoft Graph's
 * @param blobEndpoint blob storage's, with the account in the path
 * @param adminEndpoint the admin endpoint's
 * @param caCertificate a PEM file with the certificate authority of all of them
 * @param tenantDomain the domain of the tenant that a newcomer finds
 * @param clientId the application (client) id
 * @param username the account that works
 * @param administrator the account that administers the tenant's applications
 * @param password the password that every account has at first
 * @param projectId the project that this account may service
 */
public record Addresses(
    URI authenticationEndpoint,
    URI apiEndpoint,
    URI otherApiEndpoint,
    URI graphEndpoint,
    URI blobEndpoint,
    URI adminEndpoint,
    Path caCertificate,
    String tenantDomain,
    UUID clientId,
    String username,
    String administrator,
    Password password,
    ProjectId projectId) {

  /** The ready file's content, the password in clear. */
  Fields readyFile() {
    return Fields.of("authenticationEndpoint", authenticationEndpoint.toString())
        .with("apiEndpoint", apiEndpoint.toString())
        .with("otherApiEndpoint", otherApiEndpoint.toString())
        .with("graphEndpoint", graphEndpoint.toString())
        .with("blobEndpoint", blobEndpoint.toString())
        .with("adminEndpoint", adminEndpoint.toString())
        .with("caCertificate", caCertificate.toString())
        .with("tenantDomain", tenantDomain)
        .with("clientId", clientId.toString())
        .with("username", username)
        .with("administrator", administrator)
        .with("password", password.text())
        .with("projectId", projectId.value());
  }
}
