package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Account;
import dev.lifeline.emulator.world.Application;

/**
 * A sign-in that has passed every check.
 *
 * @param account who signed in
 * @param application through which application
 * @param scopes what for
 * @param api which API that is
 * @param clientInfo whether the client asked for {@code client_info}
 */
record Grant(
    Account account,
    Application application,
    Scopes scopes,
    Resources.Api api,
    boolean clientInfo) {}
