/**
 * Runs, as the API has them: asked for, looked at, called off, asked for again. What carries them
 * out is elsewhere. May depend on access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.run;

import org.jspecify.annotations.NullMarked;
