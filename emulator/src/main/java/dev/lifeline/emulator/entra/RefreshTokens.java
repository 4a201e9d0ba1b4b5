package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the refresh tokens that were issued here. */
final class RefreshTokens {

  /** What real ones begin with; the rest is opaque. */
  static final String PREFIX = "1.";

  /** So that a refresh token is no access token for anything. */
  static final String AUDIENCE = "refresh";

  private final World world;
  private final TokenKey key;

  RefreshTokens(World world, TokenKey key) {
    this.world = world;
    this.key = key;
  }

  /**
   * What a refresh token stands for.
   *
   * @param account who signed in
   * @param resource the resource it was issued for
   * @param scope the scopes it was issued for
   */
  record Remembered(Account account, String resource, String scope) {}

  /**
   * Reads a token.
   *
   * @throws RefusedException if it is not ours, belongs to another application, or has expired
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
    Account account =
        Guid.parse(String.valueOf(claims.get("oid")))
            .flatMap(id -> world.directory().account(id))
            .orElseThrow(() -> new RefusedException(Aadsts.GRANT_INVALID));
    return new Remembered(
        account, String.valueOf(claims.get("resource")), String.valueOf(claims.get("scope")));
  }
}
