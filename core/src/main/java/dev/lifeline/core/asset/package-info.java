/**
 * Use cases of the asset library: upload, download, list, show, delete, validation. May depend on
 * lcs, lookup, download, blob, connection, operation and what is below.
 */
@NullMarked
package dev.lifeline.core.asset;

import org.jspecify.annotations.NullMarked;
