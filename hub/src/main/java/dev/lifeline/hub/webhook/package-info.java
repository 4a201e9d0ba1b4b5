/**
 * Tells other programs of runs: signed, in the order of each run's events, again and again until it
 * is taken. May depend on connector, schedule, secret, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.webhook;

import org.jspecify.annotations.NullMarked;
