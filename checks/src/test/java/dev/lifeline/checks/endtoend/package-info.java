/** Runs of the built program, unpacked elsewhere, as a user starts it. */
@NullMarked
package dev.lifeline.checks.endtoend;

import org.jspecify.annotations.NullMarked;
