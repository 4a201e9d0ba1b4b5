/**
 * Passwords of people: how they are chosen, which ones are good enough, and what is kept of them.
 * The only user of Bouncy Castle's password hashes. May depend on web and model.
 */
@NullMarked
package dev.lifeline.hub.password;

import org.jspecify.annotations.NullMarked;
