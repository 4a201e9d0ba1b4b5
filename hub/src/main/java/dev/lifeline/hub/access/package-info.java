/**
 * Who calls, and what may they: the table of routes, tokens, roles, and the gate that every call
 * passes. May depend on web, store and model.
 */
@NullMarked
package dev.lifeline.hub.access;

import org.jspecify.annotations.NullMarked;
