/**
 * Faults that tests and users script, and the record of what was received.
 *
 * <p>May depend on {@code json} and {@code server} only; wraps any service without knowing it.
 */
@NullMarked
package dev.lifeline.emulator.scenario;

import org.jspecify.annotations.NullMarked;
