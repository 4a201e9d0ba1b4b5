package dev.lifeline.emulator.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The directory's objects as Graph writes them. */
final class GraphObjects {

  /** Dynamics Lifecycle services, in every tenant of every cloud. */
  private static final UUID LCS = UUID.fromString("913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0");

  private final World world;

  GraphObjects(World world) {
    this.world = world;
  }

  Optional<Fields> application(String clientId) {
    return Guid.parse(clientId).flatMap(id -> directory().application(id)).map(this::application);
  }

  Optional<Fields> servicePrincipal(String clientId) {
    Optional<UUID> id = Guid.parse(clientId);
    if (id.isPresent() && id.get().equals(LCS)) {
      return Optional.of(lcsPrincipal());
    }
    return id.flatMap(it -> directory().application(it))
        .map(it -> principal(it.principalId(), it.clientId(), it.displayName()));
  }

  Optional<Fields> user(String id) {
    Directory directory = directory();
    Optional<Account> account = directory.account(id);
    if (account.isEmpty()) {
      account = Guid.parse(id).flatMap(directory::account);
    }
    return account.map(
        it ->
            Fields.of("id", it.id().toString())
                .with("displayName", it.name())
                .with("userPrincipalName", directory.username(it))
                .with("accountEnabled", it.signIn() != SignIn.DISABLED)
                .with("userType", "Member")
                .with("onPremisesSyncEnabled", null)
                .with("passwordPolicies", null));
  }

  private Fields application(Application it) {
    return Fields.of("id", it.objectId().toString())
        .with("appId", it.clientId().toString())
        .with("displayName", it.displayName())
        .with("signInAudience", "AzureADMyOrg")
        .with("isFallbackPublicClient", it.publicClientFlows())
        .with("publicClient", Fields.of("redirectUris", List.of("http://localhost")))
        .with("requiredResourceAccess", it.permission() ? List.of(requiredAccess()) : List.of());
  }

  private Map<String, @Nullable Object> requiredAccess() {
    Fields permission = Fields.of("id", lcsScopeId().toString()).with("type", "Scope");
    return Fields.of("resourceAppId", LCS.toString())
        .with("resourceAccess", List.of(permission.tree()))
        .tree();
  }

  private Fields lcsPrincipal() {
    Fields permission =
        Fields.of("id", lcsScopeId().toString())
            .with("value", "user_impersonation")
            .with("type", "User")
            .with("isEnabled", true);
    return principal(derived("principal"), LCS, "Dynamics Lifecycle services")
        .with("oauth2PermissionScopes", List.of(permission.tree()));
  }

  private static Fields principal(UUID id, UUID clientId, String displayName) {
    return Fields.of("id", id.toString())
        .with("appId", clientId.toString())
        .with("displayName", displayName)
        .with("accountEnabled", true)
        .with("appRoleAssignmentRequired", false);
  }

  private UUID lcsScopeId() {
    return derived("user_impersonation");
  }

  /** Stable in a tenant, different in each: what clients must look up instead of knowing. */
  private UUID derived(String what) {
    return UUID.nameUUIDFromBytes((directory().tenant().id() + "/" + what).getBytes(UTF_8));
  }

  private Directory directory() {
    return world.directory();
  }
}
