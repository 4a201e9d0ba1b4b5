/**
 * From what the hub stores to what core works with: a connection that is checked, and one in use.
 * May depend on secret, store and model.
 */
@NullMarked
package dev.lifeline.hub.connector;

import org.jspecify.annotations.NullMarked;
