/**
 * How things look to people, on whatever surface: figures, durations, problems, and text from
 * elsewhere made harmless. May depend on problem.
 */
@NullMarked
package dev.lifeline.core.text;

import org.jspecify.annotations.NullMarked;
