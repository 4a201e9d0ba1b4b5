package dev.lifeline.emulator.entra;

import static dev.lifeline.emulator.entra.Client.GRAPH_COMMAND_LINE_TOOLS;

import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.Application;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.ServicePrincipal;
import dev.lifeline.emulator.world.SignIn;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What holds for every grant: which application, which resource, and whether tenant, consent and
 * policy agree. A grant asks in this order: {@link #client}, {@link #target}, then who it is, then
 * {@link #grant}.
 */
final class SignInRules {

  private final Resources resources;

  SignInRules(Resources resources) {
    this.resources = resources;
  }

  /**
   * The application that asks.
   *
   * @throws RefusedException if the tenant does not know it, or it is no public client
   */
  Client client(Directory directory, TokenRequest request) throws RefusedException {
    String clientId = request.get("client_id");
    Client client =
        Guid.parse(clientId)
            .flatMap(id -> find(directory, id))
            .orElseThrow(() -> new RefusedException(Aadsts.APPLICATION_NOT_FOUND, clientId));
    ServicePrincipal principal = client.principal();
    if (principal != null && !principal.accountEnabled()) {
      throw new RefusedException(Aadsts.PRINCIPAL_DISABLED, clientId);
    }
    Application registration = client.registration();
    if (registration != null && !registration.publicClientFlows()) {
      throw new RefusedException(Aadsts.CLIENT_NOT_PUBLIC);
    }
    if (request.find("client_secret").isPresent() || request.find("client_assertion").isPresent()) {
      throw new RefusedException(Aadsts.PUBLIC_CLIENT_WITH_SECRET);
    }
    return client;
  }

  /** An application needs both: its registration, and a service principal in the tenant. */
  Optional<Client> find(Directory directory, UUID id) {
    if (id.equals(GRAPH_COMMAND_LINE_TOOLS.id())) {
      return Optional.of(GRAPH_COMMAND_LINE_TOOLS);
    }
    return directory
        .application(id)
        .flatMap(
            it ->
                directory
                    .principalOf(id)
                    .map(principal -> new Client(id, it.displayName(), it, principal)));
  }

  /**
   * What the token is for.
   *
   * @throws RefusedException if the tenant does not know it, or the application may not ask for it
   */
  Target target(Directory directory, Client client, Scopes scopes) throws RefusedException {
    Api api =
        resources
            .find(scopes.resource())
            .orElseThrow(() -> new RefusedException(Aadsts.RESOURCE_NOT_FOUND, scopes.resource()));
    ServicePrincipal principal =
        directory
            .principalOf(api.appId())
            .orElseThrow(() -> new RefusedException(Aadsts.RESOURCE_NOT_FOUND, scopes.resource()));
    if (!principal.accountEnabled()) {
      throw new RefusedException(Aadsts.PRINCIPAL_DISABLED, scopes.resource());
    }
    if (!scopes.named().stream().allMatch(api::has)) {
      throw new RefusedException(Aadsts.SCOPE_INVALID, String.join(" ", scopes.requested()));
    }
    Application registration = client.registration();
    if (registration == null && api != Api.GRAPH) {
      throw new RefusedException(Aadsts.CLIENT_OF_MICROSOFT, client.id().toString());
    }
    if (registration != null && api == Api.LCS && !asksForLcs(directory, registration)) {
      throw new RefusedException(Aadsts.RESOURCE_NOT_LISTED, scopes.resource());
    }
    return new Target(api, principal, scopes);
  }

  /**
   * The grant, when assignment, consent and policy agree.
   *
   * @throws RefusedException if one of them does not
   */
  Grant grant(TokenRequest request, SignedIn who, Client client, Target target)
      throws RefusedException {
    ServicePrincipal principal = client.principal();
    if (principal != null && !principal.admits(who.account())) {
      throw new RefusedException(Aadsts.NOT_ASSIGNED, client.displayName());
    }
    Set<String> permissions = new Consent(who, client, target).permissions();
    boolean passwordAlone = who.proof() == Proof.PASSWORD;
    String resource = target.scopes().resource();
    if (passwordAlone && who.directory().tenant().conditionalAccess()) {
      throw new RefusedException(Aadsts.BLOCKED_BY_POLICY, resource);
    }
    if (passwordAlone && who.account().signIn() == SignIn.MFA) {
      throw new RefusedException(Aadsts.MULTIFACTOR_REQUIRED, resource);
    }
    boolean refreshable =
        request.v1()
            || request.find("refresh_token").isPresent()
            || target.scopes().openId().contains("offline_access");
    boolean clientInfo = request.find("client_info").isPresent();
    return new Grant(who, client.id(), target, permissions, clientInfo, refreshable);
  }

  private static boolean asksForLcs(Directory directory, Application registration) {
    UUID scope = Api.LCS.scopeId(directory.tenant(), "user_impersonation");
    return registration.asksFor(Api.LCS.appId(), scope);
  }
}
