/**
 * Copies of a hub's whole database, which another database can be filled from, of whichever kind.
 * May depend on secret, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.backup;

import org.jspecify.annotations.NullMarked;
