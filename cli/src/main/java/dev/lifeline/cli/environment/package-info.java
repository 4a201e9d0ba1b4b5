/** The commands of {@code lifeline environment}. May depend on shell and core. */
@NullMarked
package dev.lifeline.cli.environment;

import org.jspecify.annotations.NullMarked;
