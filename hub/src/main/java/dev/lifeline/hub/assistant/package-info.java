/**
 * The task assistant: a pipeline task is chosen and filled in, and becomes a step to paste, or a
 * run of the hub's own. The only package of the hub that knows the tasks. May depend on page, run,
 * access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.assistant;

import org.jspecify.annotations.NullMarked;
