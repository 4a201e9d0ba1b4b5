/**
 * How people come in with a browser: sign-in and sign-out, passwords, a provider's accounts,
 * invitations, sessions. May depend on access, password, provider, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.signin;

import org.jspecify.annotations.NullMarked;
