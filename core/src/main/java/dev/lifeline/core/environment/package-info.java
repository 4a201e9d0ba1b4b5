/**
 * Use cases of environments: see them, start and stop them, fetch the certificate of one. May
 * depend on lcs, lookup, download, connection and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.environment;

import org.jspecify.annotations.NullMarked;
