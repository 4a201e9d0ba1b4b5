/**
 * What is to be done at a time, by whichever node: a list in the database that outlives all of
 * them. The only user of db-scheduler. May depend on store.
 */
@NullMarked
package dev.lifeline.hub.schedule;

import org.jspecify.annotations.NullMarked;
