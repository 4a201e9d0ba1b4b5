/**
 * A pipeline agent as far as a task can tell, written from the description of agents and not from
 * our tasks. May depend on core's JSON.
 */
@NullMarked
package dev.lifeline.extension.agent;

import org.jspecify.annotations.NullMarked;
