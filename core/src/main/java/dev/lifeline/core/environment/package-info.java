/**
 * Use cases of environments: see them, start and stop them, fetch the certificate of one. May
 * depend on servicing, lcs, lookup, download, connection, operation and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.environment;

import org.jspecify.annotations.NullMarked;
