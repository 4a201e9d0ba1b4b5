/** The task that puts the command on the PATH. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.tool;

import org.jspecify.annotations.NullMarked;
