package dev.lifeline.core.registration;

import dev.lifeline.core.model.ClientId;

/** The APIs whose permissions a registration asks for, by the only name that is unique. */
final class Apis {
  /** Dynamics Lifecycle services; portals show several APIs of similar names. */
  static final ClientId LCS = new ClientId("913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0");

  /** To act in LCS for the account. */
  static final String LCS_PERMISSION = "user_impersonation";

  /** Microsoft Graph. */
  static final ClientId GRAPH = new ClientId("00000003-0000-0000-c000-000000000000");

  /** That the account may change its own password. */
  static final String PASSWORD_PERMISSION = "User-PasswordProfile.ReadWrite.All";

  private Apis() {}
}
