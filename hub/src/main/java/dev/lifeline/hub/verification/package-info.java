/**
 * The endpoint proxy: whether a connection works. May depend on connector, access, web, store and
 * model.
 */
@NullMarked
package dev.lifeline.hub.verification;

import org.jspecify.annotations.NullMarked;
