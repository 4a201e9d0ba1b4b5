/** The uses of connections. May depend on access, web, store and model. */
@NullMarked
package dev.lifeline.hub.history;

import org.jspecify.annotations.NullMarked;
