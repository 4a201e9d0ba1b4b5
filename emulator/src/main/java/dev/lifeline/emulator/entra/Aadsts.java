package dev.lifeline.emulator.entra;

import org.jspecify.annotations.Nullable;

/**
 * The refusals that this Entra ID knows, with the rows of the sign-in sheet's catalogue. A {@code
 * %s} of the text is replaced by what was asked for.
 */
enum Aadsts {
  TENANT_NOT_FOUND(
      90002,
      "invalid_request",
      "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing into"
          + " the correct cloud. Check with your subscription administrator, this may happen if there"
          + " are no active subscriptions for the tenant."),
  INVALID_INSTANCE(50049, "invalid_instance", "Unknown or invalid instance."),
  GRANT_NEEDS_TENANT(
      9001023,
      "invalid_request",
      "The grant type is not supported over the /common or /consumers endpoints. Please use the"
          + " /organizations or tenant-specific endpoint."),
  PARAMETER_MISSING(
      900144, "invalid_request", "The request body must contain the following parameter: '%s'."),
  GRANT_UNSUPPORTED(
      70003, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
  APPLICATION_NOT_FOUND(
      700016,
      "unauthorized_client",
      "Application with identifier '%s' was not found in the directory. This can happen if the"
          + " application has not been installed by the administrator of the tenant or consented to by"
          + " any user in the tenant. You may have sent your authentication request to the wrong"
          + " tenant."),
  SCOPE_INVALID(
      70011,
      "invalid_scope",
      "The provided request must include a 'scope' input parameter. The provided value for the input"
          + " parameter 'scope' is not valid. The scope %s is not valid."),
  TWO_RESOURCES(
      700022,
      "invalid_request",
      "The provided value for the input parameter scope can't contain scopes of more than one"
          + " resource: %s."),
  PUBLIC_CLIENT_WITH_SECRET(
      700025,
      "invalid_client",
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."),
  CLIENT_NOT_PUBLIC(
      7000218,
      "invalid_client",
      "The request body must contain the following parameter: 'client_assertion' or"
          + " 'client_secret'."),
  RESOURCE_NOT_FOUND(
      500011,
      "invalid_resource",
      "The resource principal named %s was not found in the tenant. This can happen if the"
          + " application has not been installed by the administrator of the tenant or consented to by"
          + " any user in the tenant. You might have sent your authentication request to the wrong"
          + " tenant."),
  RESOURCE_NOT_LISTED(
      650057,
      "invalid_resource",
      "Invalid resource. The client has requested access to a resource which is not listed in the"
          + " requested permissions in the client's application registration. Resource value from"
          + " request: %s."),
  DOMAIN_UNKNOWN(
      50128,
      "invalid_request",
      "Invalid domain name - No tenant-identifying information found in either the request or"
          + " implied by any provided credentials."),
  USER_NOT_FOUND(
      50034,
      "invalid_grant",
      "The user account does not exist in the directory. To sign into this application, the account"
          + " must be added to the directory."),
  LOCKED(
      50053,
      "invalid_grant",
      "The account is locked, you've tried to sign in too many times with an incorrect user ID or"
          + " password."),
  WRONG_PASSWORD(
      50126, "invalid_grant", "Error validating credentials due to invalid username or password."),
  DISABLED(
      50057,
      "invalid_grant",
      "The user account is disabled. The account has been disabled by an administrator."),
  PASSWORD_EXPIRED(50055, "invalid_grant", "The password is expired."),
  CONSENT_REQUIRED(
      65001,
      "invalid_grant",
      "The user or administrator has not consented to use the application with ID '%s'. Send an"
          + " interactive authorization request for this user and resource."),
  MULTIFACTOR_REQUIRED(
      50076,
      "invalid_grant",
      "Due to a configuration change made by your administrator, or because you moved to a new"
          + " location, you must use multi-factor authentication to access '%s'."),
  GRANT_INVALID(70000, "invalid_grant", "Provided grant is invalid or malformed."),
  REFRESH_TOKEN_EXPIRED(
      700082, "invalid_grant", "The refresh token has expired due to inactivity.");

  private final int code;
  private final String error;
  private final String text;

  Aadsts(int code, String error, String text) {
    this.code = code;
    this.error = error;
    this.text = text;
  }

  int code() {
    return code;
  }

  /**
   * The contract: the word that decides what clients do. The v1 endpoint has another for
   * multifactor authentication.
   */
  String error(boolean v1) {
    return v1 && this == MULTIFACTOR_REQUIRED ? "interaction_required" : error;
  }

  @Nullable String suberror() {
    return switch (this) {
      case PASSWORD_EXPIRED -> "user_password_expired";
      case CONSENT_REQUIRED -> "consent_required";
      case MULTIFACTOR_REQUIRED -> "basic_action";
      case GRANT_INVALID, REFRESH_TOKEN_EXPIRED -> "bad_token";
      default -> null;
    };
  }

  int status() {
    return error.equals("invalid_client") ? 401 : 400;
  }

  String text(String about) {
    return text.replace("%s", about);
  }
}
