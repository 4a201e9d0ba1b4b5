/**
 * Service endpoints: to create, read, update, share and delete them, and their type. May depend on
 * connector, secret, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.endpoint;

import org.jspecify.annotations.NullMarked;
