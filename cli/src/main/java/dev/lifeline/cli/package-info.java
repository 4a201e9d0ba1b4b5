/** The {@code lifeline} command: entry point and command tree. */
@NullMarked
package dev.lifeline.cli;

import org.jspecify.annotations.NullMarked;
