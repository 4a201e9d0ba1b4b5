package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.hub.model.Connection;

/** The sign-ins of connections, one each, shared by all who use them. Thread-safe. */
@FunctionalInterface
public interface SignIns {
  /** The tokens of a connection; {@code usable} is the same with its password. */
  LcsTokens.Source of(Connection connection, UsableConnection usable);
}
