/** The task that proves a connection. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.connection;

import org.jspecify.annotations.NullMarked;
