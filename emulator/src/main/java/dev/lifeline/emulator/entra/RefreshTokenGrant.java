package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.util.Optional;
import java.util.UUID;

/** A new token for an old sign-in, for the same resource or another one. */
final class RefreshTokenGrant implements GrantType {

  private final World world;
  private final SignInRules rules;
  private final RefreshTokens refreshTokens;

  RefreshTokenGrant(World world, SignInRules rules, RefreshTokens refreshTokens) {
    this.world = world;
    this.rules = rules;
    this.refreshTokens = refreshTokens;
  }

  @Override
  public Grant decide(TokenRequest request) throws RefusedException {
    String clientId = request.get("client_id");
    String token = request.get("refresh_token");
    RefreshTokens.Remembered remembered = remembered(clientId, token);
    SignedIn who = remembered.who();
    Optional<Directory> asked = world.directoryOfTenant(request.tenant());
    if (asked.filter(it -> !it.tenant().equals(who.directory().tenant())).isPresent()) {
      throw new RefusedException(Aadsts.GRANT_INVALID);
    }
    Client client = rules.client(who.directory(), request);
    Scopes scopes =
        request.v1()
            ? Scopes.ofResource(
                request.find("resource").orElse(remembered.resource()), remembered.scope())
            : Scopes.parse(request.find("scope").orElse(remembered.scope()));
    Target target = rules.target(who.directory(), client, scopes);
    PasswordCheck.checkState(who.account(), world.clock().now());
    return rules.grant(request, who, client, target);
  }

  private RefreshTokens.Remembered remembered(String clientId, String token)
      throws RefusedException {
    Optional<UUID> id = Guid.parse(clientId);
    if (id.isEmpty()) {
      throw new RefusedException(Aadsts.APPLICATION_NOT_FOUND, clientId);
    }
    return refreshTokens.read(token, id.get());
  }
}
