/**
 * The endpoint with which tests and users look at the world, change it and script faults.
 *
 * <p>May depend on {@code scenario}, {@code world}, {@code server} and {@code json}; no other
 * service.
 */
@NullMarked
package dev.lifeline.emulator.admin;

import org.jspecify.annotations.NullMarked;
