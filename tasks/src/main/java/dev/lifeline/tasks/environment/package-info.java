/** The tasks that start and stop an environment. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.environment;

import org.jspecify.annotations.NullMarked;
