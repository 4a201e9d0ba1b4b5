/**
 * How often LCS may be asked for what, and who waits for it: one account of all processes of this
 * machine, or of all nodes of a hub. May depend on connection, json, event and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.rate;

import org.jspecify.annotations.NullMarked;
