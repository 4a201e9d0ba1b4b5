/** What a front end may watch: requests, bytes, states, notes. May depend on model. */
@NullMarked
package dev.lifeline.core.event;

import org.jspecify.annotations.NullMarked;
