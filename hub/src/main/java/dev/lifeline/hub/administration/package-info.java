/**
 * The hub's own administration: organizations, projects, people, tokens, the audit log, and how the
 * first administrator comes in. May depend on access, password, web, store and model.
 */
@NullMarked
package dev.lifeline.hub.administration;

import org.jspecify.annotations.NullMarked;
