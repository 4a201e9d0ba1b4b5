package dev.lifeline.emulator.graph;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.AccessTokens;
import dev.lifeline.emulator.token.Bearer;
import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Microsoft Graph v1.0: registrations, service principals and consent, to read and to write; users,
 * domains and policies, to read; and the password of the one who calls. Each caller sees its own
 * tenant. Thread-safe.
 */
public final class GraphService implements Service {

  private final World world;
  private final AccessTokens tokens;
  private final Supplier<UUID> ids;
  private final Applications applications;
  private final Principals principals;
  private final Grants grants;
  private final Users users;
  private final Policies policies = new Policies();
  private final Routes routes;

  /**
   * Graph of a world.
   *
   * @param world its state
   * @param tokens who calls
   * @param names the addresses under which APIs are known, as their service principals list them
   * @param ids where ids come from
   */
  public GraphService(
      World world, AccessTokens tokens, Map<Api, List<String>> names, Supplier<UUID> ids) {
    this.world = world;
    this.tokens = tokens;
    this.ids = ids;
    this.applications = new Applications(ids);
    this.principals = new Principals(ids, names);
    this.grants = new Grants(ids);
    this.users = new Users(world);
    this.routes =
        new Routes(call -> error(call, 400, "BadRequest", "Resource not found for the segment."));
    readApplications();
    writeApplications();
    grants();
    users();
    policies();
  }

  @Override
  public Reply answer(Call call) throws IOException {
    return routes.answer(call);
  }

  private void readApplications() {
    Set<String> filters = Set.of("appId", "displayName", "id");
    on("GET", "applications", (caller, it) -> it.rows(applications.list(caller), filters));
    on(
        "GET",
        "applications(appId='{id}')",
        (caller, it) -> it.one(applications.withClientId(caller, it.id())));
    on(
        "GET",
        "applications/{id}",
        (caller, it) -> it.one(applications.withObjectId(caller, it.id())));
    on("GET", "servicePrincipals", (caller, it) -> it.rows(principals.list(caller), filters));
    on(
        "GET",
        "servicePrincipals(appId='{id}')",
        (caller, it) -> it.one(principals.withAppId(caller, it.id())));
    on(
        "GET",
        "servicePrincipals/{id}",
        (caller, it) -> it.one(principals.withObjectId(caller, it.id())));
    on(
        "GET",
        "servicePrincipals/{id}/appRoleAssignedTo",
        (caller, it) -> it.rows(principals.assignedTo(caller, it.id()), Set.of()));
  }

  private void writeApplications() {
    on("POST", "applications", (caller, it) -> it.made(applications.create(caller, it.body())));
    on(
        "PATCH",
        "applications(appId='{id}')",
        (caller, it) -> {
          applications.changeWithClientId(caller, it.id(), it.body());
          return it.done();
        });
    on(
        "PATCH",
        "applications/{id}",
        (caller, it) -> {
          applications.changeWithObjectId(caller, it.id(), it.body());
          return it.done();
        });
    on("POST", "servicePrincipals", (caller, it) -> it.made(principals.create(caller, it.body())));
    on(
        "PATCH",
        "servicePrincipals(appId='{id}')",
        (caller, it) -> {
          Optional<Fields> made =
              principals.changeWithAppId(caller, it.id(), it.body(), it.prefersCreation());
          return made.isPresent() ? it.made(made.get()) : it.done();
        });
    on(
        "PATCH",
        "servicePrincipals/{id}",
        (caller, it) -> {
          principals.changeWithObjectId(caller, it.id(), it.body());
          return it.done();
        });
  }

  private void grants() {
    Set<String> filters = Set.of("clientId", "consentType", "principalId", "resourceId", "id");
    on("GET", "oauth2PermissionGrants", (caller, it) -> it.rows(grants.list(caller), filters));
    on("POST", "oauth2PermissionGrants", (caller, it) -> it.made(grants.create(caller, it.body())));
    on(
        "PATCH",
        "oauth2PermissionGrants/{id}",
        (caller, it) -> {
          grants.change(caller, it.id(), it.body());
          return it.done();
        });
  }

  private void users() {
    on("GET", "me", (caller, it) -> it.one(users.me(caller)));
    on(
        "POST",
        "me/changePassword",
        (caller, it) -> {
          users.changePassword(caller, it.body());
          return it.done();
        });
    on("GET", "users/{id}", (caller, it) -> it.one(users.find(caller, it.id())));
  }

  private void policies() {
    on("GET", "domains/{id}", (caller, it) -> it.one(policies.domain(caller, it.id())));
    on(
        "GET",
        "policies/identitySecurityDefaultsEnforcementPolicy",
        (caller, it) -> it.one(policies.securityDefaults(caller)));
    on(
        "GET",
        "identity/conditionalAccess/policies",
        (caller, it) -> it.rows(policies.conditionalAccess(caller), Set.of()));
  }

  private interface Handler {
    Reply answer(Caller caller, Request request) throws IOException, RefusedException;
  }

  private void on(String method, String resource, Handler handler) {
    routes.on(
        method, "/v1.0/" + resource, (call, path) -> answer(handler, new Request(call, path)));
  }

  private Reply answer(Handler handler, Request request) throws IOException {
    Optional<Bearer> bearer = tokens.bearer(request.call());
    if (bearer.isEmpty()) {
      return error(
          request.call(),
          401,
          "InvalidAuthenticationToken",
          "Access token is missing, empty or not valid.");
    }
    request.call().bodyText(); // a slow sender is not waited for under the lock
    try {
      // one at a time: what is there is looked up before it is changed
      synchronized (this) {
        return handler.answer(new Caller(world, bearer.get()), request);
      }
    } catch (RefusedException e) {
      return error(request.call(), e.status(), e.code(), e.text());
    }
  }

  private Reply error(Call call, int status, String code, String message) {
    String requestId = ids.get().toString();
    String clientRequestId =
        call.header("client-request-id").flatMap(Guid::parse).map(UUID::toString).orElse(requestId);
    Fields inner =
        Fields.of("date", world.clock().now().truncatedTo(ChronoUnit.SECONDS).toString())
            .with("request-id", requestId)
            .with("client-request-id", clientRequestId);
    Fields error = Fields.of("code", code).with("message", message).with("innerError", inner);
    return Reply.status(status)
        .json(Fields.of("error", error).tree())
        .header("request-id", requestId);
  }
}
