/**
 * The pages of administrators, and those on which people look after their own tokens. They do what
 * the REST API does, by its nouns. May depend on page, administration, signin, health, access, web,
 * store and model.
 */
@NullMarked
package dev.lifeline.hub.console;

import org.jspecify.annotations.NullMarked;
