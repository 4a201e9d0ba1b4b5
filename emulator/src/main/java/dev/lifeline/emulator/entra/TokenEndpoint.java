package dev.lifeline.emulator.entra;

import static dev.lifeline.emulator.entra.Aadsts.APPLICATION_NOT_FOUND;
import static dev.lifeline.emulator.entra.Aadsts.CLIENT_NOT_PUBLIC;
import static dev.lifeline.emulator.entra.Aadsts.CONSENT_REQUIRED;
import static dev.lifeline.emulator.entra.Aadsts.GRANT_NEEDS_TENANT;
import static dev.lifeline.emulator.entra.Aadsts.GRANT_UNSUPPORTED;
import static dev.lifeline.emulator.entra.Aadsts.MULTIFACTOR_REQUIRED;
import static dev.lifeline.emulator.entra.Aadsts.PARAMETER_MISSING;
import static dev.lifeline.emulator.entra.Aadsts.PUBLIC_CLIENT_WITH_SECRET;
import static dev.lifeline.emulator.entra.Aadsts.RESOURCE_NOT_FOUND;
import static dev.lifeline.emulator.entra.Aadsts.RESOURCE_NOT_LISTED;
import static dev.lifeline.emulator.entra.Aadsts.SCOPE_INVALID;
import static dev.lifeline.emulator.entra.Aadsts.TENANT_NOT_FOUND;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.util.Map;
import java.util.Optional;

/**
 * Decides sign-ins, in the order: tenant, request, client, resource, password, account, consent,
 * policy.
 */
final class TokenEndpoint {

  private final World world;
  private final Tenants tenants;
  private final Resources resources;
  private final RefreshTokens refreshTokens;

  TokenEndpoint(World world, Resources resources, RefreshTokens refreshTokens) {
    this.world = world;
    this.tenants = new Tenants(world);
    this.resources = resources;
    this.refreshTokens = refreshTokens;
  }

  /**
   * A token request.
   *
   * @param tenant the tenant in the path
   * @param form the fields of the body
   * @param v1 whether it came to the v1 endpoint
   */
  record Request(String tenant, Map<String, String> form, boolean v1) {

    Optional<String> find(String name) {
      return Optional.ofNullable(form.get(name)).filter(it -> !it.isEmpty());
    }

    String get(String name) throws RefusedException {
      return find(name).orElseThrow(() -> new RefusedException(PARAMETER_MISSING, name));
    }
  }

  /**
   * Decides a request.
   *
   * @throws RefusedException with the first reason that Entra ID would find
   */
  Grant decide(Request request) throws RefusedException {
    if (!tenants.isKnown(request.tenant())) {
      throw new RefusedException(TENANT_NOT_FOUND, request.tenant());
    }
    String grantType = request.get("grant_type");
    boolean password = grantType.equals("password");
    if (!password && !grantType.equals("refresh_token")) {
      throw new RefusedException(GRANT_UNSUPPORTED, grantType);
    }
    if (password && !request.v1() && tenants.isForEveryone(request.tenant())) {
      throw new RefusedException(GRANT_NEEDS_TENANT);
    }
    String clientId = request.get("client_id");
    Application application =
        Guid.parse(clientId)
            .flatMap(id -> world.directory().application(id))
            .orElseThrow(() -> new RefusedException(APPLICATION_NOT_FOUND, clientId));
    return password ? byPassword(request, application) : byRefreshToken(request, application);
  }

  private Grant byPassword(Request request, Application application) throws RefusedException {
    Scopes scopes =
        request.v1()
            ? Scopes.ofResource(request.get("resource"), request.find("scope").orElse(""))
            : Scopes.parse(request.get("scope"));
    String username = request.get("username");
    String password = request.get("password");
    checkClient(request, application);
    Resources.Api api = api(scopes, application);
    Account account = new PasswordCheck(world).check(request.tenant(), username, password);
    return grant(request, new Grant(account, application, scopes, api, false));
  }

  private Grant byRefreshToken(Request request, Application application) throws RefusedException {
    String token = request.get("refresh_token");
    checkClient(request, application);
    RefreshTokens.Remembered remembered = refreshTokens.read(token, application.clientId());
    Scopes scopes =
        request.v1()
            ? Scopes.ofResource(
                request.find("resource").orElse(remembered.resource()), remembered.scope())
            : Scopes.parse(request.find("scope").orElse(remembered.scope()));
    Resources.Api api = api(scopes, application);
    PasswordCheck.checkState(remembered.account(), world.clock().now());
    return grant(request, new Grant(remembered.account(), application, scopes, api, false));
  }

  private static void checkClient(Request request, Application application)
      throws RefusedException {
    boolean secret =
        request.find("client_secret").isPresent() || request.find("client_assertion").isPresent();
    if (application.publicClientFlows() && secret) {
      throw new RefusedException(PUBLIC_CLIENT_WITH_SECRET);
    }
    if (!application.publicClientFlows()) {
      throw new RefusedException(CLIENT_NOT_PUBLIC);
    }
  }

  private Resources.Api api(Scopes scopes, Application application) throws RefusedException {
    Resources.Api api =
        resources
            .find(scopes.resource())
            .orElseThrow(() -> new RefusedException(RESOURCE_NOT_FOUND, scopes.resource()));
    if (!scopes.permissions().stream().allMatch(api::knows)) {
      throw new RefusedException(SCOPE_INVALID, String.join(" ", scopes.requested()));
    }
    if (api == Resources.Api.LCS && !application.permission()) {
      throw new RefusedException(RESOURCE_NOT_LISTED, scopes.resource());
    }
    return api;
  }

  private static Grant grant(Request request, Grant grant) throws RefusedException {
    if (!grant.application().consented()) {
      throw new RefusedException(CONSENT_REQUIRED, grant.application().clientId().toString());
    }
    if (grant.account().signIn() == SignIn.MFA) {
      throw new RefusedException(MULTIFACTOR_REQUIRED, grant.scopes().resource());
    }
    boolean clientInfo = request.find("client_info").isPresent();
    return new Grant(grant.account(), grant.application(), grant.scopes(), grant.api(), clientInfo);
  }
}
