package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Service principals: found, made and changed, and who is assigned to them. */
final class Principals {

  private static final Set<String> MEMBERS = Set.of("accountEnabled", "appRoleAssignmentRequired");

  private final Supplier<UUID> ids;
  private final Map<Api, List<String>> names;

  /**
   * Service principals.
   *
   * @param ids where ids come from
   * @param names the addresses under which APIs are known
   */
  Principals(Supplier<UUID> ids, Map<Api, List<String>> names) {
    this.ids = ids;
    this.names = Map.copyOf(names);
  }

  List<Fields> list(Caller caller) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    List<Fields> rows = new ArrayList<>();
    for (ServicePrincipal it : caller.directory().principals()) {
      rows.add(show(caller.directory(), it));
    }
    return rows;
  }

  Fields withAppId(Caller caller, String appId) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    ServicePrincipal found =
        ofApp(caller, appId).orElseThrow(() -> RefusedException.notFound(appId));
    return show(caller.directory(), found);
  }

  Fields withObjectId(Caller caller, String id) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    return show(caller.directory(), object(caller, id));
  }

  Fields create(Caller caller, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    members.allowing(Set.of("appId", "accountEnabled", "appRoleAssignmentRequired"));
    UUID appId = members.id("appId");
    if (caller.directory().principalOf(appId).isPresent()) {
      throw RefusedException.exists("servicePrincipalNames " + appId);
    }
    return show(caller.directory(), made(caller, appId, members));
  }

  /**
   * Changes a principal, or makes it if that is preferred.
   *
   * @return the principal if it was made, empty if it was there
   */
  Optional<Fields> changeWithAppId(Caller caller, String appId, Members members, boolean orCreate)
      throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    Optional<ServicePrincipal> found = ofApp(caller, appId);
    if (found.isPresent()) {
      change(caller, found.get(), members);
      return Optional.empty();
    }
    Optional<UUID> id = Guid.parse(appId);
    if (!orCreate || id.isEmpty()) {
      throw RefusedException.notFound(appId);
    }
    return Optional.of(show(caller.directory(), made(caller, id.get(), members)));
  }

  void changeWithObjectId(Caller caller, String id, Members members) throws RefusedException {
    caller.administers(Permission.WRITE_APPLICATIONS);
    change(caller, object(caller, id), members);
  }

  List<Fields> assignedTo(Caller caller, String id) throws RefusedException {
    caller.needs(Permission.READ_APPLICATIONS);
    ServicePrincipal principal = object(caller, id);
    List<Fields> rows = new ArrayList<>();
    for (UUID user : principal.assigned()) {
      Optional<Account> account = caller.directory().account(user);
      rows.add(
          Fields.of("id", principal.id() + "." + user)
              .with("principalType", "User")
              .with("principalId", user.toString())
              .with("principalDisplayName", account.map(Account::name).orElse(""))
              .with("resourceId", principal.id().toString())
              .with("resourceDisplayName", principal.displayName())
              .with("appRoleId", new UUID(0, 0).toString()));
    }
    return rows;
  }

  private ServicePrincipal made(Caller caller, UUID appId, Members members)
      throws RefusedException {
    Directory directory = caller.directory();
    String name =
        directory
            .application(appId)
            .map(Application::displayName)
            .or(() -> Api.withAppId(appId).map(Api::displayName))
            .orElseThrow(
                () ->
                    RefusedException.badRequest(
                        "The appId '%s' does not refer to an application.".formatted(appId)));
    ServicePrincipal made = changed(ServicePrincipal.open(ids.get(), appId, name), members);
    caller.change(it -> it.with(made));
    return made;
  }

  private static void change(Caller caller, ServicePrincipal principal, Members members)
      throws RefusedException {
    ServicePrincipal changed = changed(principal, members.allowing(MEMBERS));
    caller.change(it -> it.with(changed));
  }

  private static ServicePrincipal changed(ServicePrincipal it, Members members)
      throws RefusedException {
    return it.withAccountEnabled(members.findBoolean("accountEnabled").orElse(it.accountEnabled()))
        .withAssignmentRequired(
            members.findBoolean("appRoleAssignmentRequired").orElse(it.assignmentRequired()));
  }

  private static Optional<ServicePrincipal> ofApp(Caller caller, String appId)
      throws RefusedException {
    return Guid.parse(appId).flatMap(caller.directory()::principalOf);
  }

  private static ServicePrincipal object(Caller caller, String id) throws RefusedException {
    return Guid.parse(id)
        .flatMap(caller.directory()::principal)
        .orElseThrow(() -> RefusedException.notFound(id));
  }

  private Fields show(Directory directory, ServicePrincipal it) {
    List<String> allNames = new ArrayList<>(List.of(it.appId().toString()));
    List<Map<String, @Nullable Object>> scopes = new ArrayList<>();
    Api.withAppId(it.appId())
        .ifPresent(
            api -> {
              allNames.addAll(names.getOrDefault(api, List.of()));
              api.scopes(directory.tenant()).forEach(scope -> scopes.add(show(scope)));
            });
    return Fields.of("id", it.id().toString())
        .with("appId", it.appId().toString())
        .with("displayName", it.displayName())
        .with("servicePrincipalType", "Application")
        .with("accountEnabled", it.accountEnabled())
        .with("appRoleAssignmentRequired", it.assignmentRequired())
        .with("servicePrincipalNames", allNames)
        .with("oauth2PermissionScopes", scopes);
  }

  private static Map<String, @Nullable Object> show(Api.Scope scope) {
    return Fields.of("id", scope.id().toString())
        .with("value", scope.value())
        .with("type", scope.adminConsent() ? "Admin" : "User")
        .with("isEnabled", true)
        .tree();
  }
}
