/**
 * What every task works with: its inputs, read and checked; Lifeline; the story of the run; the
 * page about it. May depend on host, definition and core.
 */
@NullMarked
package dev.lifeline.tasks.run;

import org.jspecify.annotations.NullMarked;
