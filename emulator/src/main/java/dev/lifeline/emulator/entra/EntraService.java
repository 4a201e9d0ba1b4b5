package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.server.Service;
import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Entra ID: discovery, the user's realm, the two token endpoints, and device codes. Thread-safe.
 */
public final class EntraService implements Service {

  private final TokenEndpoint endpoint;
  private final DeviceAuthorization devices;
  private final TokenIssuer issuer;
  private final Refusals refusals;
  private final Routes routes;

  /**
   * Entra ID of a world.
   *
   * @param world the accounts and applications
   * @param key what tokens are signed with
   * @param names under which addresses it and the APIs are known
   * @param ids where trace ids come from
   */
  public EntraService(World world, TokenKey key, Names names, Supplier<UUID> ids) {
    this.refusals = new Refusals(names.authority(), world.clock()::now, ids);
    SignInRules rules = new SignInRules(new Resources(names.lcs(), names.graph()));
    RefreshTokens refreshTokens = new RefreshTokens(world, key, ids);
    SamlAssertions assertions = new SamlAssertions(world, key, ids);
    this.endpoint = new TokenEndpoint(world, rules, refreshTokens, assertions);
    this.devices = new DeviceAuthorization(world, rules, ids, names.authority() + DeviceLogin.PATH);
    this.issuer = new TokenIssuer(names.authority(), world, key, refreshTokens, ids);
    Discovery discovery = new Discovery(names.authority(), world, refusals);
    DeviceLogin login = new DeviceLogin(world, rules);
    this.routes =
        new Routes(call -> Reply.status(404))
            .on("GET", "/common/userrealm/{upn}", discovery::userRealm)
            .on("GET", "/common/discovery/instance", (call, path) -> discovery.instance(call))
            .on("GET", "/{tenant}/v2.0/.well-known/openid-configuration", discovery::configuration)
            .on(
                "GET",
                "/{tenant}/discovery/v2.0/keys",
                (call, path) -> Reply.status(200).json(key.jwks().tree()))
            .on(
                "POST",
                "/{tenant}/oauth2/v2.0/token",
                (call, path) -> token(call, path.get("tenant"), false))
            .on(
                "POST",
                "/{tenant}/oauth2/token",
                (call, path) -> token(call, path.get("tenant"), true))
            .on(
                "POST",
                "/{tenant}/oauth2/v2.0/devicecode",
                (call, path) -> deviceCode(call, path.get("tenant")))
            .on("GET", DeviceLogin.PATH, (call, path) -> login.show(call))
            .on("POST", DeviceLogin.PATH, (call, path) -> login.decide(call));
  }

  /**
   * The addresses that matter to tokens, all without a final slash.
   *
   * @param authority Entra ID's own
   * @param lcs the names of LCS
   * @param graph the names of Microsoft Graph
   */
  public record Names(String authority, Set<String> lcs, Set<String> graph) {
    /** Takes copies of the sets. */
    public Names {
      lcs = Set.copyOf(lcs);
      graph = Set.copyOf(graph);
    }
  }

  @Override
  public Reply answer(Call call) throws IOException {
    Reply reply =
        routes
            .answer(call)
            .header("Cache-Control", "no-store, no-cache")
            .header("P3P", "CP=\"DSP\"");
    String id = call.header("client-request-id").orElse("");
    return id.isEmpty() ? reply : reply.header("client-request-id", id);
  }

  private Reply token(Call call, String tenant, boolean v1) throws IOException {
    try {
      Grant grant = endpoint.decide(TokenRequest.of(call, tenant, v1));
      Fields answer = v1 ? issuer.v1(grant) : issuer.v2(grant);
      return Reply.status(200).json(answer.tree());
    } catch (RefusedException e) {
      return refusals.reply(call, e, v1);
    }
  }

  private Reply deviceCode(Call call, String tenant) throws IOException {
    try {
      return Reply.status(200).json(devices.begin(TokenRequest.of(call, tenant, false)).tree());
    } catch (RefusedException e) {
      return refusals.reply(call, e, false);
    }
  }
}
