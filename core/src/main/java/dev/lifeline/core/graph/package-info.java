/**
 * Microsoft Graph in its own words: one method a call; every answer is judged here. May depend on
 * entra, http, json and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.graph;

import org.jspecify.annotations.NullMarked;
