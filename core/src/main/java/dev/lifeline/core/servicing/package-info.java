/**
 * What all operations on environments share: they are started once, and followed to their end. May
 * depend on lcs, connection, operation and what is below.
 */
@NullMarked
package dev.lifeline.core.servicing;

import org.jspecify.annotations.NullMarked;
