/**
 * Operations that take long: where one stands, and the one place that waits for it. May depend on
 * event and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.operation;

import org.jspecify.annotations.NullMarked;
