package dev.lifeline.emulator.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The APIs for which tokens are issued, with their application ids and delegated permissions. */
public enum Api {
  /** Dynamics Lifecycle services. */
  LCS(
      "913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0",
      "Dynamics Lifecycle services",
      "user_impersonation",
      ""),
  /** Microsoft Graph. */
  GRAPH(
      "00000003-0000-0000-c000-000000000000",
      "Microsoft Graph",
      "openid profile email offline_access User.Read User.ReadBasic.All",
      "User.Read.All User-PasswordProfile.ReadWrite.All Directory.AccessAsUser.All"
          + " Directory.Read.All Application.Read.All Application.ReadWrite.All"
          + " AppRoleAssignment.ReadWrite.All DelegatedPermissionGrant.Read.All"
          + " DelegatedPermissionGrant.ReadWrite.All Policy.Read.All Domain.Read.All");

  private final UUID appId;
  private final String displayName;
  private final String forUsers;
  private final String forAdministrators;

  Api(String appId, String displayName, String forUsers, String forAdministrators) {
    this.appId = UUID.fromString(appId);
    this.displayName = displayName;
    this.forUsers = forUsers;
    this.forAdministrators = forAdministrators;
  }

  /**
   * A delegated permission.
   *
   * @param id its id
   * @param value its short name
   * @param adminConsent whether only an administrator may consent to it
   */
  public record Scope(UUID id, String value, boolean adminConsent) {}

  /** The API with that application id. */
  public static Optional<Api> withAppId(UUID appId) {
    return Arrays.stream(values()).filter(it -> it.appId.equals(appId)).findFirst();
  }

  /** Its application id, the same in every tenant. */
  public UUID appId() {
    return appId;
  }

  /** The name of its service principal. */
  public String displayName() {
    return displayName;
  }

  /** Whether it has a delegated permission of that short name. */
  public boolean has(String value) {
    return names(forUsers).contains(value) || names(forAdministrators).contains(value);
  }

  /** Whether every user may consent to that permission. */
  public boolean usersMayConsentTo(String value) {
    return names(forUsers).contains(value);
  }

  /** Its delegated permissions as they are listed in one tenant. */
  public List<Scope> scopes(Tenant tenant) {
    return Stream.concat(names(forUsers).stream(), names(forAdministrators).stream())
        .map(it -> new Scope(scopeId(tenant, it), it, !usersMayConsentTo(it)))
        .toList();
  }

  /**
   * The id of a permission. Those that every setup guide quotes are the real ones; the others are
   * different in each tenant, since clients have to look them up.
   */
  public UUID scopeId(Tenant tenant, String value) {
    String known =
        switch (value) {
          case "openid" -> "37f7f235-527c-4136-accd-4a02d197296e";
          case "profile" -> "14dad69e-099b-42c9-810b-d002981feec1";
          case "offline_access" -> "7427e0e9-2fba-42fe-b0c0-848c9e6a8182";
          default -> "";
        };
    return known.isEmpty()
        ? UUID.nameUUIDFromBytes((tenant.id() + "/" + appId + "/" + value).getBytes(UTF_8))
        : UUID.fromString(known);
  }

  private static List<String> names(String separated) {
    return separated.isEmpty() ? List.of() : List.of(separated.split(" ", -1));
  }
}
