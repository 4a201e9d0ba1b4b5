/** {@code lifeline emulator}. May depend on shell, core and the emulator. */
@NullMarked
package dev.lifeline.cli.emulator;

import org.jspecify.annotations.NullMarked;
