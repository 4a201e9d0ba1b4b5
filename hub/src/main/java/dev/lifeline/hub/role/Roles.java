package dev.lifeline.hub.role;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Identities;
import dev.lifeline.hub.access.Ids;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleAssignment;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Refusal;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The role API (Service Endpoints REST: who may do what). */
public final class Roles {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ROLES, Roles::list)
        .on(Route.ROLES_SET, Roles::set)
        .on(Route.ROLE_SET, Roles::setOne)
        .on(Route.ROLES_REMOVE, Roles::remove)
        .on(Route.ROLE_REMOVE, Roles::removeOne)
        .on(Route.ROLE_DEFINITIONS, Roles::definitions);
  }

  /** Somebody's new role. */
  record AssignmentJson(@Nullable String roleName, @Nullable String userId) {}

  private static Reply list(Call call) {
    RoleResource on = resource(call, Power.VIEW);
    return Reply.list(assignments(call, on));
  }

  private static Reply set(Call call) {
    RoleResource on = resource(call, Power.MANAGE);
    for (AssignmentJson each : call.http().body(AssignmentJson[].class)) {
      assign(call, on, each.userId(), each.roleName());
    }
    return Reply.list(assignments(call, on));
  }

  private static Reply setOne(Call call) {
    RoleResource on = resource(call, Power.MANAGE);
    String user = call.http().parameter("identityId").orElse("");
    assign(call, on, user, call.http().body(AssignmentJson.class).roleName());
    UUID person = person(call, user).id();
    Identities identities = new Identities(call);
    return Reply.list(
        call.tables().roles().on(on).stream()
            .filter(each -> each.person().id().equals(person))
            .map(each -> assignment(identities, each, on, "assigned"))
            .toList());
  }

  private static Reply remove(Call call) {
    RoleResource on = resource(call, Power.MANAGE);
    Arrays.stream(call.http().body(String[].class)).forEach(user -> take(call, on, user));
    return Reply.nothing();
  }

  private static Reply removeOne(Call call) {
    take(call, resource(call, Power.MANAGE), call.http().parameter("identityId").orElse(""));
    return Reply.nothing();
  }

  private static Reply definitions(Call call) {
    RoleResource.Scope scope = scope(call);
    return Reply.list(
        Arrays.stream(Role.values())
            .filter(role -> isIn(role, scope))
            .map(role -> definition(role, scope))
            .toList());
  }

  /**
   * Gives somebody a role, in place of the one before; {@link #require} comes first.
   *
   * @throws Refusal ARGUMENT
   */
  public static void assign(
      Call call, RoleResource on, @Nullable String userId, @Nullable String roleName) {
    Person person = person(call, userId);
    Role role =
        Optional.ofNullable(roleName)
            .flatMap(Role::named)
            .filter(each -> isIn(each, on.scope()))
            .orElseThrow(
                () -> Fault.ARGUMENT.refuse("There is no role '" + roleName + "' in that scope."));
    call.tables().roles().put(on, person.id(), role);
    call.audit("role.given", about(on), role.title() + " to " + person.uniqueName());
  }

  /**
   * Takes somebody's role; {@link #require} comes first.
   *
   * @throws Refusal ARGUMENT
   */
  public static void take(Call call, RoleResource on, String userId) {
    Person person = person(call, userId);
    call.tables().roles().remove(on, person.id());
    call.audit("role.taken", about(on), person.uniqueName());
  }

  private static Person person(Call call, @Nullable String userId) {
    return Ids.parse(userId)
        .flatMap(id -> call.tables().people().get(id))
        .orElseThrow(() -> Fault.ARGUMENT.refuse("There is no identity '" + userId + "'."));
  }

  private static AuditEntry.About about(RoleResource on) {
    return new AuditEntry.About(null, on.project(), on.connection());
  }

  /** Whether a role can be given there. */
  public static boolean isIn(Role role, RoleResource.Scope scope) {
    return role != Role.CREATOR || scope == RoleResource.Scope.PROJECT;
  }

  private static RoleResource.Scope scope(Call call) {
    String id = call.http().parameter("scopeId").orElse("");
    return RoleResource.Scope.withId(id)
        .orElseThrow(() -> Fault.NOT_FOUND.refuse("There is no scope '" + id + "'."));
  }

  /** What is not the caller's to know of is not there. */
  private static RoleResource resource(Call call, Power power) {
    String id = call.http().parameter("resourceId").orElse("");
    RoleResource on = RoleResource.parse(scope(call), id).orElseThrow(() -> unknown(id));
    require(call, on, power);
    return on;
  }

  /**
   * Refuses whoever may not do that with the roles there.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN
   */
  public static void require(Call call, RoleResource on, Power power) {
    Set<Power> powers = powers(call, on, on.id());
    if (!powers.contains(Power.VIEW)) {
      throw unknown(on.id());
    }
    boolean isOwners = on.project() == null && power != Power.VIEW;
    call.require(
        isOwners ? Power.OWN : power,
        powers,
        "You need to be an Administrator there to give and to take roles.");
  }

  private static Refusal unknown(String id) {
    return Fault.NOT_FOUND.refuse("There is no resource '" + id + "' in that scope.");
  }

  private static Set<Power> powers(Call call, RoleResource on, String id) {
    @Nullable UUID projectId = on.project();
    @Nullable UUID connectionId = on.connection();
    if (connectionId == null) {
      Project project =
          Optional.ofNullable(projectId)
              .flatMap(each -> call.tables().organizations().project(each))
              .filter(each -> each.organization().equals(call.organization().id()))
              .orElseThrow(() -> unknown(id));
      return call.standing().on(project);
    }
    Connection connection =
        call.findConnection(connectionId.toString()).orElseThrow(() -> unknown(id));
    if (projectId == null) {
      return call.standing().on(connection);
    }
    if (connection.in(projectId).isEmpty()) {
      throw unknown(id);
    }
    return call.standing().on(connection, projectId);
  }

  private static List<Map<String, Object>> assignments(Call call, RoleResource on) {
    Identities identities = new Identities(call);
    return held(call, on).stream()
        .map(
            each ->
                assignment(
                    identities, each.role(), on, each.inherited() ? "inherited" : "assigned"))
        .toList();
  }

  /** A role that counts somewhere, and whether it was given elsewhere. */
  public record Held(RoleAssignment role, boolean inherited) {}

  /** Those of the project count for a connection in it, unless somebody has another there. */
  public static List<Held> held(Call call, RoleResource on) {
    List<RoleAssignment> own = call.tables().roles().on(on);
    List<Held> held = new ArrayList<>();
    own.forEach(each -> held.add(new Held(each, false)));
    @Nullable UUID project = on.project();
    if (project != null && on.connection() != null) {
      call.tables().roles().on(RoleResource.project(project)).stream()
          .filter(each -> own.stream().noneMatch(other -> other.person().equals(each.person())))
          .filter(each -> isIn(each.role(), on.scope()))
          .forEach(each -> held.add(new Held(each, true)));
    }
    return held;
  }

  private static Map<String, Object> assignment(
      Identities identities, RoleAssignment each, RoleResource on, String access) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("identity", identities.of(each.person()));
    json.put("role", definition(each.role(), on.scope()));
    json.put("access", access);
    json.put("accessDisplayName", access.equals("assigned") ? "Assigned" : "Inherited");
    return json;
  }

  private static Map<String, Object> definition(Role role, RoleResource.Scope scope) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("displayName", role.title());
    json.put("name", role.title());
    json.put("allowPermissions", role.allowPermissions());
    json.put("denyPermissions", 0);
    json.put("identifier", scope.id() + "." + role.title());
    json.put("description", role.title() + " " + role.description());
    json.put("scope", scope.id());
    return json;
  }
}
