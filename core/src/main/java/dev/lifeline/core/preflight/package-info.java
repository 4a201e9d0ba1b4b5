/**
 * The check that a service connection works: each prerequisite on a line of its own. May depend on
 * lcs, entra, connection and what is below.
 */
@NullMarked
package dev.lifeline.core.preflight;

import org.jspecify.annotations.NullMarked;
