/** {@code lifeline task}: one pipeline task, run from the command line. May depend on shell. */
@NullMarked
package dev.lifeline.cli.task;

import org.jspecify.annotations.NullMarked;
