/** Whether the hub is well, and its figures. May depend on access, web, store and model. */
@NullMarked
package dev.lifeline.hub.health;

import org.jspecify.annotations.NullMarked;
