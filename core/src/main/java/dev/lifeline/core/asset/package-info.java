/**
 * Use cases of the asset library: upload, download, list, show. May depend on lcs, blob, operation
 * and what is below.
 */
@NullMarked
package dev.lifeline.core.asset;

import org.jspecify.annotations.NullMarked;
