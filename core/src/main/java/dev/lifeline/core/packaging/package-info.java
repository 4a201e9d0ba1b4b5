/**
 * Whether a file can become an asset of its type, found in the file alone: nobody is asked, nothing
 * is sent. May depend on model and problem.
 */
@NullMarked
package dev.lifeline.core.packaging;

import org.jspecify.annotations.NullMarked;
