/**
 * The little of Microsoft Graph that shows a registration's prerequisites.
 *
 * <p>May depend on {@code token}, {@code world}, {@code server} and {@code json}; no other service.
 */
@NullMarked
package dev.lifeline.emulator.graph;

import org.jspecify.annotations.NullMarked;
