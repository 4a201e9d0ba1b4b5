/**
 * Service connections in the files of other tools: written for them, read from them. May depend on
 * connection, json and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.exchange;

import org.jspecify.annotations.NullMarked;
