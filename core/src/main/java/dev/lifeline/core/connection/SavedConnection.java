package dev.lifeline.core.connection;

import java.time.Instant;

/**
 * A service connection as the connection folder lists it: all but the password.
 *
 * @param connection the connection
 * @param passwordChanged when its password was last stored
 * @param chosen whether {@code connection use} made it the default
 */
public record SavedConnection(
    ServiceConnection connection, Instant passwordChanged, boolean chosen) {}
