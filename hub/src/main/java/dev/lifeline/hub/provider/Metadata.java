package dev.lifeline.hub.provider;

import dev.lifeline.core.json.Json;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself (OpenID Connect Discovery).
 *
 * @param issuer as it calls itself; Entra ID's for many tenants has a place for the tenant's id
 * @param endSession where to sign out there, or null
 */
record Metadata(String issuer, URI authorization, URI token, URI keys, @Nullable URI endSession) {
  static final String PATH = "/.well-known/openid-configuration";

  /** Entra ID: the issuer of tokens has the tenant's id there. */
  private static final String TENANT = "{tenantid}";

  private record WireJson(
      @Nullable String issuer,
      @Nullable String authorizationEndpoint,
      @Nullable String tokenEndpoint,
      @Nullable String jwksUri,
      @Nullable String endSessionEndpoint) {}

  static Metadata read(String text, URI issuer) throws ProviderException {
    @Nullable WireJson json = Json.readSnakeCase(text, WireJson.class).orElse(null);
    if (json == null || json.issuer() == null) {
      throw new ProviderException("its configuration is not what OpenID Connect says");
    }
    Metadata metadata =
        new Metadata(
            json.issuer(),
            address(json.authorizationEndpoint()),
            address(json.tokenEndpoint()),
            address(json.jwksUri()),
            json.endSessionEndpoint() == null ? null : address(json.endSessionEndpoint()));
    boolean isIt = json.issuer().replaceFirst("/+$", "").equals(issuer.toString());
    if (!isIt && !(metadata.isOfManyTenants() && isOfHost(json.issuer(), issuer))) {
      throw new ProviderException("it calls itself another issuer than " + issuer);
    }
    return metadata;
  }

  /** Whether people of any tenant of Entra ID can sign in there. */
  boolean isOfManyTenants() {
    return issuer.contains(TENANT);
  }

  /** What tokens have to name as their issuer. */
  String issuerFor(@Nullable String tenant) throws ProviderException {
    if (!isOfManyTenants()) {
      return issuer;
    }
    if (tenant == null || !tenant.matches("[0-9a-fA-F-]{36}")) {
      throw new ProviderException("the id token names no tenant");
    }
    return issuer.replace(TENANT, tenant);
  }

  private static boolean isOfHost(String template, URI issuer) {
    return template.startsWith(issuer.getScheme() + "://" + issuer.getAuthority() + "/");
  }

  private static URI address(@Nullable String text) throws ProviderException {
    try {
      URI address = URI.create(text == null ? "" : text);
      if (ProviderSettings.isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new ProviderException("its configuration has an address that is missing or not https");
  }
}
