/**
 * Entra ID as independent clients need it: discovery and the token endpoint.
 *
 * <p>May depend on {@code token}, {@code world}, {@code server} and {@code json}; no other service.
 */
@NullMarked
package dev.lifeline.emulator.entra;

import org.jspecify.annotations.NullMarked;
