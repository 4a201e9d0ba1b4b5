/**
 * Tells jobs of Azure Pipelines what becomes of the runs that they wait for. May depend on
 * schedule, connector, secret, store and model.
 */
@NullMarked
package dev.lifeline.hub.callback;

import org.jspecify.annotations.NullMarked;
