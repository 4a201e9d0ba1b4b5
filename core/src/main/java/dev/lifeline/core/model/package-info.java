/**
 * The vocabulary: ids and values of Lifecycle Services and of a service connection. Depends on
 * nothing else of ours.
 */
@NullMarked
package dev.lifeline.core.model;

import org.jspecify.annotations.NullMarked;
