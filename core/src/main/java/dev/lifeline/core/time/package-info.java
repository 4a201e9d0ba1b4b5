/** The clock and the only place that sleeps. May depend on problem. */
@NullMarked
package dev.lifeline.core.time;

import org.jspecify.annotations.NullMarked;
