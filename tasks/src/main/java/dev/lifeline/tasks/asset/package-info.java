/** The tasks of the asset library. May depend on run and what is below. */
@NullMarked
package dev.lifeline.tasks.asset;

import org.jspecify.annotations.NullMarked;
