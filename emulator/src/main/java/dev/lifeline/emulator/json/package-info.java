/**
 * JSON as trees of maps, lists, strings, numbers and booleans. The only user of the JSON library;
 * depends on nothing else of ours.
 */
@NullMarked
package dev.lifeline.emulator.json;

import org.jspecify.annotations.NullMarked;
