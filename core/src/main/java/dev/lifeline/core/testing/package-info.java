/** Aids for tests: time that the test moves. Nothing in production depends on it. */
@NullMarked
package dev.lifeline.core.testing;

import org.jspecify.annotations.NullMarked;
