/**
 * Carries runs on: starts what they consist of, once, looks at what goes on, once for all who wait,
 * and writes down what became of it. May depend on schedule, connector, secret, store and model.
 */
@NullMarked
package dev.lifeline.hub.engine;

import org.jspecify.annotations.NullMarked;
