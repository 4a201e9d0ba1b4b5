package dev.lifeline.emulator.entra;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the answers to sign-ins that succeeded. */
final class TokenIssuer {

  private static final long REFRESH_TOKEN_SECONDS = 90L * 24 * 3600;

  private final String authority;
  private final World world;
  private final TokenKey key;
  private final Supplier<UUID> ids;

  TokenIssuer(String authority, World world, TokenKey key, Supplier<UUID> ids) {
    this.authority = authority;
    this.world = world;
    this.key = key;
    this.ids = ids;
  }

  /** The v2 endpoint's answer: numbers are numbers, scopes are full URIs. */
  Fields v2(Grant grant) {
    long seconds = world.settings().tokenLifetime().toSeconds();
    Fields answer =
        Fields.of("token_type", "Bearer")
            .with("scope", grantedScopes(grant))
            .with("expires_in", seconds)
            .with("ext_expires_in", seconds)
            .with("access_token", accessToken(grant));
    return withCompany(answer, grant, grant.scopes().openId().contains("offline_access"));
  }

  /** The v1 endpoint's answer: numbers are strings, scopes are short names. */
  Fields v1(Grant grant) {
    long seconds = world.settings().tokenLifetime().toSeconds();
    long now = now();
    Fields answer =
        Fields.of("token_type", "Bearer")
            .with("scope", grant.api().granted())
            .with("expires_in", Long.toString(seconds))
            .with("ext_expires_in", Long.toString(seconds))
            .with("expires_on", Long.toString(now + seconds))
            .with("not_before", Long.toString(now))
            .with("resource", grant.scopes().resource())
            .with("access_token", accessToken(grant));
    return withCompany(answer, grant, true);
  }

  private Fields withCompany(Fields answer, Grant grant, boolean refreshToken) {
    Fields whole = answer;
    if (refreshToken) {
      whole = whole.with("refresh_token", refreshToken(grant));
    }
    if (grant.scopes().openId().contains("openid")) {
      whole = whole.with("id_token", idToken(grant));
    }
    if (grant.clientInfo()) {
      Fields info =
          Fields.of("uid", grant.account().id().toString())
              .with("utid", directory().tenant().id().toString());
      String json = Json.write(info.tree());
      whole =
          whole.with(
              "client_info",
              Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8)));
    }
    return whole;
  }

  private String grantedScopes(Grant grant) {
    List<String> scopes = new ArrayList<>(grant.scopes().openId().stream().sorted().toList());
    scopes.remove("offline_access");
    if (grant.scopes().permissions().contains(".default")) {
      for (String permission : grant.api().granted().split(" ", -1)) {
        scopes.add(grant.scopes().resource() + "/" + permission);
      }
    }
    scopes.addAll(grant.scopes().requested());
    return String.join(" ", scopes);
  }

  private String accessToken(Grant grant) {
    Directory directory = directory();
    String tenant = directory.tenant().id().toString();
    String username = directory.username(grant.account());
    return key.sign(
        Fields.of("aud", grant.scopes().resource())
            .with("iss", "https://sts.windows.net/" + tenant + "/")
            .with(lifetime(world.settings().tokenLifetime().toSeconds()))
            .with("acr", "1")
            .with("amr", List.of("pwd"))
            .with("appid", grant.application().clientId().toString())
            .with("appidacr", "0")
            .with("name", grant.account().name())
            .with("oid", grant.account().id().toString())
            .with("scp", grant.api().granted())
            .with("sub", subject(grant))
            .with("tid", tenant)
            .with("unique_name", username)
            .with("upn", username)
            .with("uti", ids.get().toString())
            .with("ver", "1.0"));
  }

  private String idToken(Grant grant) {
    Directory directory = directory();
    String tenant = directory.tenant().id().toString();
    return key.sign(
        Fields.of("aud", grant.application().clientId().toString())
            .with("iss", authority + "/" + tenant + "/v2.0")
            .with(lifetime(3600))
            .with("name", grant.account().name())
            .with("oid", grant.account().id().toString())
            .with("preferred_username", directory.username(grant.account()))
            .with("sub", subject(grant))
            .with("tid", tenant)
            .with("ver", "2.0"));
  }

  /** Opaque to clients; ours to read, so that it outlives a restart without being kept anywhere. */
  private String refreshToken(Grant grant) {
    Scopes scopes = grant.scopes();
    List<String> words = new ArrayList<>(scopes.openId());
    words.addAll(scopes.requested());
    return RefreshTokens.PREFIX
        + key.sign(
            Fields.of("aud", RefreshTokens.AUDIENCE)
                .with(lifetime(REFRESH_TOKEN_SECONDS))
                .with("appid", grant.application().clientId().toString())
                .with("oid", grant.account().id().toString())
                .with("resource", scopes.resource())
                .with("scope", String.join(" ", words)));
  }

  private Fields lifetime(long seconds) {
    long now = now();
    return Fields.of("iat", now).with("nbf", now).with("exp", now + seconds);
  }

  private static String subject(Grant grant) {
    return UUID.nameUUIDFromBytes(
            (grant.account().id() + "/" + grant.application().clientId()).getBytes(UTF_8))
        .toString();
  }

  private Directory directory() {
    return world.directory();
  }

  private long now() {
    return world.clock().now().getEpochSecond();
  }
}
