/**
 * The pages of runs: the list, and a run from its beginning to its end, as it goes. What they
 * change, they change through {@code run}. May depend on page, chart, run, access, web, store and
 * model.
 */
@NullMarked
package dev.lifeline.hub.runpage;

import org.jspecify.annotations.NullMarked;
