/**
 * {@code lifeline demo}: the main job against a private emulator. May depend on shell, core and the
 * emulator.
 */
@NullMarked
package dev.lifeline.cli.demo;

import org.jspecify.annotations.NullMarked;
