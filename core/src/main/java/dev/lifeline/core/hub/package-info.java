/**
 * A Lifeline hub in its own words: which connections it has for us, and tokens through them. May
 * depend on http, json, model and problem.
 */
@NullMarked
package dev.lifeline.core.hub;

import org.jspecify.annotations.NullMarked;
