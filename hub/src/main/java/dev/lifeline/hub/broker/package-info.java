/** Tokens for LCS in place of passwords. May depend on connector, access, web, store and model. */
@NullMarked
package dev.lifeline.hub.broker;

import org.jspecify.annotations.NullMarked;
