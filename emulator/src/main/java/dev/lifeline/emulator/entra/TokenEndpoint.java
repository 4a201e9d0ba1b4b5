package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.token.SamlAssertions;
import dev.lifeline.emulator.world.World;
import java.util.Map;

/** Looks at the tenant, then leaves the rest to the grant that is asked for. */
final class TokenEndpoint {

  private final Tenants tenants;
  private final Map<String, GrantType> grants;

  TokenEndpoint(
      World world, SignInRules rules, RefreshTokens refreshTokens, SamlAssertions assertions) {
    this.tenants = new Tenants(world);
    DeviceCodeGrant deviceCode = new DeviceCodeGrant(world, rules);
    this.grants =
        Map.of(
            "password",
            new PasswordGrant(world, rules),
            "refresh_token",
            new RefreshTokenGrant(world, rules, refreshTokens),
            "urn:ietf:params:oauth:grant-type:saml1_1-bearer",
            new SamlGrant(world, rules, assertions),
            "urn:ietf:params:oauth:grant-type:device_code",
            deviceCode,
            // MSAL for Java leaves the beginning out
            "device_code",
            deviceCode);
  }

  /**
   * Decides a request.
   *
   * @throws RefusedException with the first reason that Entra ID would find
   */
  Grant decide(TokenRequest request) throws RefusedException {
    if (!tenants.isKnown(request.tenant())) {
      throw new RefusedException(Aadsts.TENANT_NOT_FOUND, request.tenant());
    }
    String name = request.get("grant_type");
    GrantType grant = grants.get(name);
    if (grant == null) {
      throw new RefusedException(Aadsts.GRANT_UNSUPPORTED, name);
    }
    return grant.decide(request);
  }
}
