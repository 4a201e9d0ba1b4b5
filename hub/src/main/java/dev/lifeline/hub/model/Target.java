package dev.lifeline.hub.model;

/**
 * Where a connection signs in, and as whom.
 *
 * @param type the service endpoint type, in the spelling of whoever created it
 * @param url the authentication endpoint
 * @param apiUrl the LCS API endpoint
 * @param username the account
 * @param clientId the application (client) id
 */
public record Target(String type, String url, String apiUrl, String username, String clientId) {
  /** Whether a secret that was given for one may be sent to the other. */
  public boolean sendsSecretsWhere(Target other) {
    return url.equals(other.url)
        && apiUrl.equals(other.apiUrl)
        && type.equalsIgnoreCase(other.type);
  }
}
