/** Snippets, read again by readers of YAML and by a shell. */
@NullMarked
package dev.lifeline.tasks.snippet;

import org.jspecify.annotations.NullMarked;
