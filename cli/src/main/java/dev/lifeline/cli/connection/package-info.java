/** The commands of {@code lifeline connection}. May depend on shell and core. */
@NullMarked
package dev.lifeline.cli.connection;

import org.jspecify.annotations.NullMarked;
