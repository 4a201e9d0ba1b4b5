/**
 * What clients ask before any call: locations, resource areas, connection data. May depend on
 * access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.discovery;

import org.jspecify.annotations.NullMarked;
