package dev.lifeline.core.entra;

/**
 * Makes the description of an organization's sign-in readable for MSAL4J 1.26.0, which from the
 * second one in a process on looks for the newer policies under the older namespace (Entra sign-in:
 * user realm answer, defects). Under the older names it finds both, the first time and later.
 */
final class SecurityPolicies {
  private static final String NEWER = "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702";
  private static final String OLDER = "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy";

  private SecurityPolicies() {}

  static String asTheLibraryFindsThem(String metadata) {
    return metadata
        .replace(NEWER, OLDER)
        .replace("SignedEncryptedSupportingTokens", "SignedSupportingTokens");
  }
}
