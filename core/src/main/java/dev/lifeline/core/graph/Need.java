package dev.lifeline.core.graph;

/** What a call takes (Graph: permissions of each method), in the words of a refusal. */
enum Need {
  READ_APPLICATIONS("Application.Read.All", "Directory Readers or Cloud Application Administrator"),
  WRITE_APPLICATIONS(
      "Application.ReadWrite.All",
      "Application Administrator, Cloud Application Administrator or Global Administrator"),
  READ_CONSENT("Directory.Read.All", "Directory Readers or Cloud Application Administrator"),
  WRITE_CONSENT(
      "DelegatedPermissionGrant.ReadWrite.All",
      "Cloud Application Administrator, Privileged Role Administrator or Global Administrator"),
  READ_USERS("User.ReadBasic.All", "Directory Readers or User Administrator"),
  READ_DOMAINS("Directory.Read.All", "Directory Readers or Global Reader"),
  READ_POLICIES("Policy.Read.All", "Security Reader or Global Reader"),
  CHANGE_OWN_PASSWORD("User-PasswordProfile.ReadWrite.All", "no role");

  private final String permission;
  private final String roles;

  Need(String permission, String roles) {
    this.permission = permission;
    this.roles = roles;
  }

  /** The delegated permission. */
  String permission() {
    return permission;
  }

  /** Roles in Entra ID that suffice. */
  String roles() {
    return roles;
  }
}
