/** Who has which role. May depend on access, web, store and model. */
@NullMarked
package dev.lifeline.hub.role;

import org.jspecify.annotations.NullMarked;
