/** The tasks that deploy, and wait for what was started. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.deployment;

import org.jspecify.annotations.NullMarked;
