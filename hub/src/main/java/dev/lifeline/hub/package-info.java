/**
 * Assembly: {@link dev.lifeline.hub.Hub} is a running server. May depend on every package of the
 * hub.
 */
@NullMarked
package dev.lifeline.hub;

import org.jspecify.annotations.NullMarked;
