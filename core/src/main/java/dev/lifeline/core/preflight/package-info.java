/**
 * The check that a service connection works: each prerequisite on a line of its own, and the search
 * for the geography of a project. May depend on lcs, entra, http, connection and what is below.
 */
@NullMarked
package dev.lifeline.core.preflight;

import org.jspecify.annotations.NullMarked;
