/** What the hub's API looks like, as an OpenAPI document. May depend on access and web. */
@NullMarked
package dev.lifeline.hub.description;

import org.jspecify.annotations.NullMarked;
