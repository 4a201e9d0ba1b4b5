package dev.lifeline.emulator.graph;

import java.util.Arrays;
import java.util.Set;

/** What a call needs: any one of these delegated permissions. */
enum Permission {
  READ_APPLICATIONS(
      "Application.Read.All",
      "Application.ReadWrite.All",
      "Directory.Read.All",
      "Directory.AccessAsUser.All"),
  WRITE_APPLICATIONS("Application.ReadWrite.All", "Directory.AccessAsUser.All"),
  READ_GRANTS(
      "DelegatedPermissionGrant.Read.All",
      "DelegatedPermissionGrant.ReadWrite.All",
      "Directory.Read.All",
      "Directory.AccessAsUser.All"),
  WRITE_GRANTS("DelegatedPermissionGrant.ReadWrite.All", "Directory.AccessAsUser.All"),
  READ_ONESELF(
      "User.Read",
      "User.ReadBasic.All",
      "User.Read.All",
      "Directory.Read.All",
      "Directory.AccessAsUser.All"),
  READ_USERS_BASICALLY(
      "User.ReadBasic.All", "User.Read.All", "Directory.Read.All", "Directory.AccessAsUser.All"),
  READ_USERS("User.Read.All", "Directory.Read.All", "Directory.AccessAsUser.All"),
  READ_DOMAINS("Domain.Read.All", "Directory.Read.All", "Directory.AccessAsUser.All"),
  READ_POLICIES("Policy.Read.All"),
  CHANGE_OWN_PASSWORD("User-PasswordProfile.ReadWrite.All", "Directory.AccessAsUser.All");

  /** Between blanks. */
  private final String names;

  Permission(String... names) {
    this.names = String.join(" ", names);
  }

  boolean isAmong(Set<String> scopes) {
    return Arrays.stream(names.split(" ", -1)).anyMatch(scopes::contains);
  }
}
