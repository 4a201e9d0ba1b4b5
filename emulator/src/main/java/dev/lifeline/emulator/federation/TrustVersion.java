package dev.lifeline.emulator.federation;

/** The two versions of WS-Trust that AD FS speaks, with their names for the same things. */
enum TrustVersion {
  FEBRUARY_2005(
      "2005",
      "IWSTrustFeb2005Async",
      "TrustFeb2005IssueAsync",
      "http://schemas.xmlsoap.org/ws/2005/02/trust",
      "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy"),
  OASIS_13(
      "13",
      "IWSTrust13Async",
      "Trust13IssueAsync",
      "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
      "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702");

  private final String segment;
  private final String contract;
  private final String operation;
  private final String namespace;
  private final String policyNamespace;

  TrustVersion(
      String segment, String contract, String operation, String namespace, String policyNamespace) {
    this.segment = segment;
    this.contract = contract;
    this.operation = operation;
    this.namespace = namespace;
    this.policyNamespace = policyNamespace;
  }

  /** Where requests of this version go. */
  String path() {
    return "/adfs/services/trust/" + segment + "/usernamemixed";
  }

  String contract() {
    return contract;
  }

  String operation() {
    return operation;
  }

  /** The name of the binding for user name and password. */
  String binding() {
    return "UserNameWSTrustBinding_" + contract;
  }

  String namespace() {
    return namespace;
  }

  String policyNamespace() {
    return policyNamespace;
  }

  /** The element of a policy that asks for a user name token. */
  String supportingTokens() {
    return this == OASIS_13 ? "SignedEncryptedSupportingTokens" : "SignedSupportingTokens";
  }

  /** The element of a policy that names the version of WS-Trust. */
  String trustAssertion() {
    return this == OASIS_13 ? "Trust13" : "Trust10";
  }

  String requestAction() {
    return namespace + "/RST/Issue";
  }

  String responseAction() {
    return namespace + (this == OASIS_13 ? "/RSTRC/IssueFinal" : "/RSTR/Issue");
  }

  String requestType() {
    return namespace + "/Issue";
  }

  String bearerKeyType() {
    return this == OASIS_13
        ? namespace + "/Bearer"
        : "http://schemas.xmlsoap.org/ws/2005/05/identity/NoProofKey";
  }
}
