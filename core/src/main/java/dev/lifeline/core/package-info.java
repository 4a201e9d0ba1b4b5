/**
 * Assembly: {@link dev.lifeline.core.Lifeline} is built from a service connection and hands out the
 * use cases. May depend on every package of core but testing.
 */
@NullMarked
package dev.lifeline.core;

import org.jspecify.annotations.NullMarked;
