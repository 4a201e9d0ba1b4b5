/** The commands of {@code lifeline database}. May depend on shell and core. */
@NullMarked
package dev.lifeline.cli.database;

import org.jspecify.annotations.NullMarked;
