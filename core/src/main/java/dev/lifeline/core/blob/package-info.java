/**
 * Blocks, ranges and checksums of Azure Blob storage; knows SAS URLs, not LCS. May depend on http,
 * crypto, event and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.blob;

import org.jspecify.annotations.NullMarked;
