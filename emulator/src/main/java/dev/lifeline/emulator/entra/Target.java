package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.world.Api;
import dev.lifeline.emulator.world.ServicePrincipal;

/**
 * What a token is for.
 *
 * @param api the API
 * @param principal its service principal in the tenant
 * @param scopes what is asked for
 */
record Target(Api api, ServicePrincipal principal, Scopes scopes) {}
