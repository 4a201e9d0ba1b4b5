/**
 * The pages of service connections: the list, the dialog, and a connection's own pages. What they
 * change, they change through the nouns of the REST API. May depend on page, endpoint,
 * verification, role, pipeline, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.connection;

import org.jspecify.annotations.NullMarked;
