package dev.lifeline.emulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The tenants of a new world: one with an account and an application for each thing that can
 * happen, one that lets nobody sign in by password, and one that has yet to be set up.
 */
final class ReadyMadeDirectories {

  /** The tenant that a newcomer finds. */
  static final String CONTOSO = "contoso.example";

  /** The tenant whose Conditional Access blocks passwords. */
  static final String FABRIKAM = "fabrikam.example";

  /** The tenant without any application. */
  static final String ADATUM = "adatum.example";

  private static final String OWN_PASSWORD = "User-PasswordProfile.ReadWrite.All";

  private enum Flaw {
    NONE,
    NO_PUBLIC_CLIENT_FLOWS,
    NO_PERMISSION,
    NO_CONSENT,
    ASSIGNMENT_REQUIRED
  }

  private final Supplier<UUID> ids;
  private final Credential credential;

  ReadyMadeDirectories(Supplier<UUID> ids, Password password, Instant now) {
    this.ids = ids;
    this.credential = Credential.first(password, now);
  }

  List<Directory> make() {
    return List.of(contoso(), fabrikam(), adatum());
  }

  private Directory contoso() {
    List<Account> accounts =
        List.of(
            account(ReadyMadeWorld.WORKING_ACCOUNT, SignIn.WORKS),
            account("owner", SignIn.WORKS),
            account("reader", SignIn.WORKS),
            account("newcomer", SignIn.WORKS),
            account("outsider", SignIn.WORKS),
            account("mfa", SignIn.MFA),
            account("expired", SignIn.EXPIRED),
            account("locked", SignIn.LOCKED),
            account("disabled", SignIn.DISABLED),
            administrator(),
            account("federated", SignIn.FEDERATED),
            account("guest", SignIn.GUEST));
    Made made = new Made(empty(CONTOSO, false, accounts).with(principal(Api.LCS)));
    made.register("LCS automation", Flaw.NONE);
    made.register("No public client flows", Flaw.NO_PUBLIC_CLIENT_FLOWS);
    made.register("No permission", Flaw.NO_PERMISSION);
    made.register("No consent", Flaw.NO_CONSENT);
    made.register("Assignment required", Flaw.ASSIGNMENT_REQUIRED);
    return made.directory;
  }

  private Directory fabrikam() {
    List<Account> accounts =
        List.of(account(ReadyMadeWorld.WORKING_ACCOUNT, SignIn.WORKS), administrator());
    Made made = new Made(empty(FABRIKAM, true, accounts).with(principal(Api.LCS)));
    made.register("LCS automation", Flaw.NONE);
    return made.directory;
  }

  private Directory adatum() {
    return empty(
        ADATUM,
        false,
        List.of(administrator(), account(ReadyMadeWorld.WORKING_ACCOUNT, SignIn.WORKS)));
  }

  private Directory empty(String domain, boolean conditionalAccess, List<Account> accounts) {
    Tenant tenant = new Tenant(ids.get(), domain, conditionalAccess);
    return new Directory(tenant, accounts, List.of(), List.of(principal(Api.GRAPH)), List.of());
  }

  private ServicePrincipal principal(Api api) {
    return ServicePrincipal.open(ids.get(), api.appId(), api.displayName());
  }

  /** Its password is right, and a second factor is asked for: a browser lets it in. */
  private Account administrator() {
    return account(ReadyMadeWorld.ADMINISTRATOR, SignIn.MFA)
        .withRole(DirectoryRole.APPLICATION_ADMINISTRATOR);
  }

  private Account account(String name, SignIn signIn) {
    return Account.of(ids.get(), name, signIn, credential);
  }

  /** A directory that grows. */
  private final class Made {
    private Directory directory;

    Made(Directory directory) {
      this.directory = directory;
    }

    /** Registers an application in which everything is right but the flaw. */
    void register(String displayName, Flaw flaw) {
      UUID clientId = ids.get();
      ServicePrincipal principal =
          ServicePrincipal.open(ids.get(), clientId, displayName)
              .withAssignmentRequired(flaw == Flaw.ASSIGNMENT_REQUIRED);
      directory =
          directory
              .with(
                  new Application(
                      clientId,
                      ids.get(),
                      displayName,
                      Application.ONE_TENANT,
                      flaw != Flaw.NO_PUBLIC_CLIENT_FLOWS,
                      List.of("http://localhost"),
                      access(flaw != Flaw.NO_PERMISSION)))
              .with(principal);
      if (flaw != Flaw.NO_CONSENT) {
        consent(principal, Api.LCS, "user_impersonation");
        consent(principal, Api.GRAPH, "openid profile offline_access " + OWN_PASSWORD);
      }
    }

    private void consent(ServicePrincipal client, Api api, String scope) {
      UUID resource = directory.principalOf(api.appId()).orElseThrow().id();
      directory =
          directory.with(new PermissionGrant(ids.get(), client.id(), resource, null, scope));
    }

    private List<RequiredAccess> access(boolean lcs) {
      List<RequiredAccess> access = new ArrayList<>();
      if (lcs) {
        access.add(access(Api.LCS, List.of("user_impersonation")));
      }
      access.add(access(Api.GRAPH, List.of("openid", "profile", "offline_access", OWN_PASSWORD)));
      return access;
    }

    private RequiredAccess access(Api api, List<String> scopes) {
      return new RequiredAccess(
          api.appId(),
          scopes.stream()
              .map(it -> api.scopeId(directory.tenant(), it))
              .map(RequiredAccess.Permission::delegated)
              .toList());
    }
  }
}
