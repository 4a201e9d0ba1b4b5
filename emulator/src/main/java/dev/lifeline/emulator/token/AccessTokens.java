package dev.lifeline.emulator.token;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.world.Guid;
import dev.lifeline.emulator.world.World;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls a service: reads the bearer token of a request. Thread-safe. */
public final class AccessTokens {

  private final World world;
  private final TokenKey key;
  private final Set<String> audiences;

  private AccessTokens(World world, TokenKey key, Set<String> audiences) {
    this.world = world;
    this.key = key;
    this.audiences = Set.copyOf(audiences);
  }

  /**
   * Takes tokens of this world that were issued for one of these names; a final slash does not
   * matter.
   *
   * @param world where the accounts are
   * @param key what the tokens must be signed with
   * @param names the names of the service, without a final slash
   */
  public static AccessTokens forAnyOf(World world, TokenKey key, Set<String> names) {
    Set<String> audiences = new HashSet<>(names);
    names.forEach(name -> audiences.add(name + "/"));
    return new AccessTokens(world, key, audiences);
  }

  /**
   * Who calls, empty without a token that is ours, for this service, of an account that is still
   * there, and not expired.
   */
  public Optional<Bearer> bearer(Call call) {
    return call.header("Authorization")
        .filter(it -> it.regionMatches(true, 0, "Bearer ", 0, 7))
        .flatMap(it -> key.read(it.substring(7).strip()))
        .filter(it -> it.get("aud") instanceof String audience && audiences.contains(audience))
        .filter(
            it ->
                it.get("exp") instanceof Number expiry
                    && world.clock().now().getEpochSecond() < expiry.longValue())
        .flatMap(this::bearer);
  }

  private Optional<Bearer> bearer(Map<String, @Nullable Object> claims) {
    Optional<UUID> account = id(claims, "oid");
    Optional<UUID> client = id(claims, "appid");
    if (account.isEmpty() || client.isEmpty() || !(claims.get("scp") instanceof String scopes)) {
      return Optional.empty();
    }
    return world
        .directoryOfAccount(account.get())
        .flatMap(
            directory ->
                directory
                    .account(account.get())
                    .map(
                        it ->
                            new Bearer(
                                directory.tenant().id(),
                                it,
                                directory.username(it),
                                client.get(),
                                Set.of(scopes.split(" ", -1)))));
  }

  private static Optional<UUID> id(Map<String, @Nullable Object> claims, String name) {
    return claims.get(name) instanceof String text ? Guid.parse(text) : Optional.empty();
  }
}
