/**
 * What goes wrong, for the person who can mend it: one exception, one record, one catalogue of
 * codes. Depends on nothing else of ours.
 */
@NullMarked
package dev.lifeline.core.problem;

import org.jspecify.annotations.NullMarked;
