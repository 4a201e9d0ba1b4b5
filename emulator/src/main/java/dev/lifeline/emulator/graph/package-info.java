/**
 * The part of Microsoft Graph with which a registration is set up and checked, and an account
 * changes its password.
 *
 * <p>May depend on {@code token}, {@code world}, {@code server} and {@code json}; no other service.
 */
@NullMarked
package dev.lifeline.emulator.graph;

import org.jspecify.annotations.NullMarked;
