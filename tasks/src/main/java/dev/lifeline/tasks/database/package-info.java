/** The tasks that export and refresh databases. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.database;

import org.jspecify.annotations.NullMarked;
