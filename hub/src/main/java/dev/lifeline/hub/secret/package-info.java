/**
 * Secrets at rest: the keyset that they are encrypted with, and the master key that the keyset is
 * encrypted with. The only user of Tink in the hub. May depend on store.
 */
@NullMarked
package dev.lifeline.hub.secret;

import org.jspecify.annotations.NullMarked;
