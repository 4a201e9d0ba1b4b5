package dev.lifeline.core.entra;

import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.GraphEndpoint;
import java.util.Optional;

/**
 * What a token is asked for: one permission or several of one resource (Entra sign-in: the token
 * request).
 *
 * @param value as it goes into the form, blanks between several
 */
public record Scope(String value) {
  private static final String LCS = "/user_impersonation";

  /** To act in LCS for the account. */
  public static Scope lcs(ApiEndpoint endpoint) {
    return new Scope(endpoint + LCS);
  }

  /** Permissions of Microsoft Graph, by their short names. */
  public static Scope graph(GraphEndpoint endpoint, String... permissions) {
    StringBuilder scopes = new StringBuilder();
    for (String permission : permissions) {
      scopes.append(scopes.length() > 0 ? " " : "").append(endpoint).append('/').append(permission);
    }
    return new Scope(scopes.toString());
  }

  /** The LCS API endpoint that it was made of; empty for a scope of another kind. */
  Optional<ApiEndpoint> api() {
    if (!value.endsWith(LCS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ApiEndpoint.of(value.substring(0, value.length() - LCS.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same, and a refresh token with it. */
  Scope withRefreshToken() {
    return new Scope(value + " offline_access");
  }

  @Override
  public String toString() {
    return value;
  }
}
