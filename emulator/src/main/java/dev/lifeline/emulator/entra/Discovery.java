package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.SignIn;
import dev.lifeline.emulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What clients ask before they sign in. */
final class Discovery {

  private final String authority;
  private final World world;
  private final Refusals refusals;

  Discovery(String authority, World world, Refusals refusals) {
    this.authority = authority;
    this.world = world;
    this.refusals = refusals;
  }

  /** Whether the user's domain is managed here or federated. */
  Reply userRealm(Call call, Routes.Names path) {
    String upn = path.get("upn");
    Fields realm = Fields.of("ver", "1.0");
    Optional<Directory> directory = world.directoryOfUser(upn);
    if (directory.isEmpty()) {
      return Reply.status(200).json(realm.with("account_type", "Unknown").tree());
    }
    boolean federated =
        directory.get().account(upn).filter(it -> it.signIn() == SignIn.FEDERATED).isPresent();
    realm = realm.with("account_type", federated ? "Federated" : "Managed");
    if (federated) {
      realm =
          realm
              .with("federation_protocol", "WSTrust")
              .with("federation_metadata_url", authority + "/adfs/services/trust/mex")
              .with(
                  "federation_active_auth_url",
                  authority + "/adfs/services/trust/2005/usernamemixed");
    }
    return Reply.status(200)
        .json(
            realm
                .with("domain_name", directory.get().tenant().domain())
                .with("cloud_instance_name", "microsoftonline.com")
                .with("cloud_audience_urn", "urn:federation:MicrosoftOnline")
                .tree());
  }

  /** Which hosts are one authority. Clients give the host of theirs, some without its port. */
  Reply instance(Call call) throws IOException {
    String asked = call.queryParameters().getOrDefault("authorization_endpoint", "");
    if (!asked.startsWith("https://localhost") && !asked.startsWith("https://127.0.0.1")) {
      return refusals.reply(call, new RefusedException(Aadsts.INVALID_INSTANCE), false);
    }
    String host = URI.create(authority).getHost();
    Fields metadata =
        Fields.of("preferred_network", host)
            .with("preferred_cache", host)
            .with("aliases", List.of(host));
    return Reply.status(200)
        .json(
            Fields.of(
                    "tenant_discovery_endpoint",
                    authority + "/organizations/v2.0/.well-known/openid-configuration")
                .with("api-version", "1.1")
                .with("metadata", List.of(metadata.tree()))
                .tree());
  }

  /** The OpenID configuration of a tenant, or of all of them. */
  Reply configuration(Call call, Routes.Names path) throws IOException {
    String name = path.get("tenant");
    Tenants tenants = new Tenants(world);
    if (!tenants.isKnown(name)) {
      // metadata calls have a word of their own for it
      return refusals.reply(
          call, RefusedException.saying("invalid_tenant", Aadsts.TENANT_NOT_FOUND, name), false);
    }
    Optional<UUID> one = tenants.find(name).map(it -> it.tenant().id());
    // of "organizations" the issuer is a template, which the client fills in
    String id = one.map(UUID::toString).orElse("{tenantid}");
    String root = authority + "/" + one.map(UUID::toString).orElse(name);
    return Reply.status(200)
        .json(
            Fields.of("token_endpoint", root + "/oauth2/v2.0/token")
                .with("token_endpoint_auth_methods_supported", List.of("client_secret_post"))
                .with("device_authorization_endpoint", root + "/oauth2/v2.0/devicecode")
                .with("jwks_uri", root + "/discovery/v2.0/keys")
                .with("response_modes_supported", List.of("query", "fragment", "form_post"))
                .with("subject_types_supported", List.of("pairwise"))
                .with("id_token_signing_alg_values_supported", List.of("RS256"))
                .with("response_types_supported", List.of("code", "id_token", "code id_token"))
                .with("scopes_supported", List.of("openid", "profile", "email", "offline_access"))
                .with("issuer", authority + "/" + id + "/v2.0")
                .with("authorization_endpoint", root + "/oauth2/v2.0/authorize")
                .with("tenant_region_scope", null)
                .with("cloud_instance_name", "microsoftonline.com")
                .with("cloud_graph_host_name", "graph.windows.net")
                .with("msgraph_host", "graph.microsoft.com")
                .tree());
  }
}
