package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Directory;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens: opaque to clients, ours to read, so that they outlive a restart without being
 * kept anywhere.
 */
final class RefreshTokens {

  /** What real ones begin with; the rest is opaque. */
  private static final String PREFIX = "1.";

  /** So that a refresh token is no access token for anything. */
  private static final String AUDIENCE = "refresh";

  private static final Duration LIFETIME = Duration.ofDays(90);

  private final World world;
  private final TokenKey key;
  private final Supplier<UUID> ids;

  RefreshTokens(World world, TokenKey key, Supplier<UUID> ids) {
    this.world = world;
    this.key = key;
    this.ids = ids;
  }

  /**
   * What a refresh token stands for.
   *
   * @param who who signed in, and how
   * @param resource the resource it was issued for
   * @param scope the scopes it was issued for
   */
  record Remembered(SignedIn who, String resource, String scope) {}

  /** A new token. */
  String issue(Grant grant) {
    Scopes scopes = grant.target().scopes();
    List<String> words = new ArrayList<>(scopes.openId());
    words.addAll(scopes.requested());
    Account account = grant.who().account();
    long now = world.clock().now().getEpochSecond();
    return PREFIX
        + key.sign(
            Fields.of("aud", AUDIENCE)
                .with("iat", now)
                .with("exp", now + LIFETIME.toSeconds())
                .with("jti", ids.get().toString())
                .with("appid", grant.clientId().toString())
                .with("oid", account.id().toString())
                .with("password", account.credential().number())
                .with("proof", grant.who().proof().name())
                .with("agreed", grant.scp())
                .with("resource", scopes.resource())
                .with("scope", String.join(" ", words)));
  }

  /**
   * Reads a token.
   *
   * @throws RefusedException if it is not ours, belongs to another application, has expired, or is
   *     older than the account's password
   */
  Remembered read(String token, UUID clientId) throws RefusedException {
    Map<String, @Nullable Object> claims =
        key.read(token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : "")
            .filter(it -> AUDIENCE.equals(it.get("aud")))
            .filter(it -> clientId.toString().equals(it.get("appid")))
            .orElseThrow(() -> new RefusedException(Aadsts.GRANT_INVALID));
    if (!(claims.get("exp") instanceof Number expiry)
        || world.clock().now().getEpochSecond() >= expiry.longValue()) {
      throw new RefusedException(Aadsts.REFRESH_TOKEN_EXPIRED);
    }
    SignedIn who = who(claims);
    Integer password = who.account().credential().number();
    if (!password.equals(claims.get("password"))) {
      throw new RefusedException(Aadsts.PASSWORD_CHANGED);
    }
    return new Remembered(
        who, String.valueOf(claims.get("resource")), String.valueOf(claims.get("scope")));
  }

  private SignedIn who(Map<String, @Nullable Object> claims) throws RefusedException {
    Optional<UUID> id = Guid.parse(String.valueOf(claims.get("oid")));
    Optional<Directory> directory = id.flatMap(world::directoryOfAccount);
    Optional<Account> account = directory.flatMap(it -> id.flatMap(it::account));
    if (directory.isEmpty() || account.isEmpty()) {
      throw new RefusedException(Aadsts.GRANT_INVALID);
    }
    return new SignedIn(
        directory.get(),
        account.get(),
        Proof.valueOf(String.valueOf(claims.get("proof"))),
        Set.of(String.valueOf(claims.get("agreed")).split(" ", -1)));
  }
}
