/**
 * Files of LCS that are fetched into a folder here: under which names, in which places, in which
 * order. For every use case that downloads. May depend on blob and what is below.
 */
@NullMarked
package dev.lifeline.core.download;

import org.jspecify.annotations.NullMarked;
