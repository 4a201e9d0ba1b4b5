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

  private final String authority;
  private final World world;
  private final TokenKey key;
  private final RefreshTokens refreshTokens;
  private final Supplier<UUID> ids;

  TokenIssuer(
      String authority,
      World world,
      TokenKey key,
      RefreshTokens refreshTokens,
      Supplier<UUID> ids) {
    this.authority = authority;
    this.world = world;
    this.key = key;
    this.refreshTokens = refreshTokens;
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
    return withCompany(answer, grant);
  }

  /** The v1 endpoint's answer: numbers are strings, scopes are short names. */
  Fields v1(Grant grant) {
    long seconds = world.settings().tokenLifetime().toSeconds();
    long now = now();
    Fields answer =
        Fields.of("token_type", "Bearer")
            .with("scope", grant.scp())
            .with("expires_in", Long.toString(seconds))
            .with("ext_expires_in", Long.toString(seconds))
            .with("expires_on", Long.toString(now + seconds))
            .with("not_before", Long.toString(now))
            .with("resource", grant.target().scopes().resource())
            .with("access_token", accessToken(grant));
    return withCompany(answer, grant);
  }

  private Fields withCompany(Fields answer, Grant grant) {
    Fields whole = answer;
    if (grant.refreshable()) {
      whole = whole.with("refresh_token", refreshTokens.issue(grant));
    }
    if (grant.target().scopes().openId().contains("openid")) {
      whole = whole.with("id_token", idToken(grant));
    }
    if (grant.clientInfo()) {
      Fields info =
          Fields.of("uid", grant.who().account().id().toString())
              .with("utid", grant.who().directory().tenant().id().toString());
      String json = Json.write(info.tree());
      whole =
          whole.with(
              "client_info",
              Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8)));
    }
    return whole;
  }

  private String grantedScopes(Grant grant) {
    List<String> scopes =
        new ArrayList<>(grant.target().scopes().openId().stream().sorted().toList());
    scopes.remove("offline_access");
    if (grant.target().scopes().asksForDefault()) {
      for (String permission : grant.scp().split(" ", -1)) {
        scopes.add(grant.target().scopes().resource() + "/" + permission);
      }
    }
    scopes.addAll(grant.target().scopes().requested());
    return String.join(" ", scopes);
  }

  private String accessToken(Grant grant) {
    Directory directory = grant.who().directory();
    String tenant = directory.tenant().id().toString();
    String username = directory.username(grant.who().account());
    return key.sign(
        Fields.of("aud", grant.target().scopes().resource())
            .with("iss", "https://sts.windows.net/" + tenant + "/")
            .with(lifetime(world.settings().tokenLifetime().toSeconds()))
            .with("acr", "1")
            .with("amr", grant.who().proof().methods())
            .with("appid", grant.clientId().toString())
            .with("appidacr", "0")
            .with("name", grant.who().account().name())
            .with("oid", grant.who().account().id().toString())
            .with("scp", grant.scp())
            .with("sub", subject(grant))
            .with("tid", tenant)
            .with("unique_name", username)
            .with("upn", username)
            .with("uti", ids.get().toString())
            .with("ver", "1.0"));
  }

  private String idToken(Grant grant) {
    Directory directory = grant.who().directory();
    String tenant = directory.tenant().id().toString();
    return key.sign(
        Fields.of("aud", grant.clientId().toString())
            .with("iss", authority + "/" + tenant + "/v2.0")
            .with(lifetime(3600))
            .with("name", grant.who().account().name())
            .with("oid", grant.who().account().id().toString())
            .with("preferred_username", directory.username(grant.who().account()))
            .with("sub", subject(grant))
            .with("tid", tenant)
            .with("ver", "2.0"));
  }

  private Fields lifetime(long seconds) {
    long now = now();
    return Fields.of("iat", now).with("nbf", now).with("exp", now + seconds);
  }

  private static String subject(Grant grant) {
    return UUID.nameUUIDFromBytes(
            (grant.who().account().id() + "/" + grant.clientId()).getBytes(UTF_8))
        .toString();
  }

  private long now() {
    return world.clock().now().getEpochSecond();
  }
}
