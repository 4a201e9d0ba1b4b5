/**
 * The setup guide as a page: what has to be true before a connection works, with the values of
 * whoever reads it, and the way into the dialog. May depend on page, access, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.guide;

import org.jspecify.annotations.NullMarked;
