/**
 * Lays the actions out, and runs them as GitHub's runner does. May depend on the tasks, the
 * emulator and the extension's build.
 */
@NullMarked
package dev.lifeline.action;

import org.jspecify.annotations.NullMarked;
