package dev.lifeline.hub.broker;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.hub.model.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins of connections, one each, shared by all callers. A connection that was changed signs
 * in anew; so does one whose sign-in was refused, when it was found to work. Thread-safe.
 */
public final class TokenCounter {
  private final LcsTokens tokens;
  private final Map<UUID, Open> open = new ConcurrentHashMap<>();

  /** Signs in when somebody asks. */
  public TokenCounter(LcsTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * What a connection signed in with.
   *
   * @param changed when the connection was changed before that
   */
  private record Open(Instant changed, LcsTokens.Source source) {}

  /**
   * The tokens of a connection.
   *
   * @param usable gives the connection with its password; asked only when there is no sign-in yet
   */
  public LcsTokens.Source of(Connection connection, Supplier<UsableConnection> usable) {
    Instant changed = connection.changed().at();
    @Nullable Open known = open.get(connection.id());
    if (known != null && known.changed().equals(changed)) {
      return known.source();
    }
    Open fresh = new Open(changed, tokens.of(usable.get()));
    return open.merge(
            connection.id(),
            fresh,
            (one, other) -> one.changed().equals(other.changed()) ? one : other)
        .source();
  }

  /**
   * Signs in once, with what may not be stored.
   *
   * @throws dev.lifeline.core.problem.LifelineException of kind SIGN_IN when it is refused, of kind
   *     GAVE_UP when there was no decision
   */
  public void prove(UsableConnection connection) {
    tokens.of(connection).token();
  }

  /** Forgets a sign-in, and with it a refusal that may be out of date. */
  public void forget(UUID connection) {
    open.remove(connection);
  }
}
