/**
 * How people come in with a browser: sign-in and sign-out, passwords, invitations, sessions. May
 * depend on access, password, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.signin;

import org.jspecify.annotations.NullMarked;
