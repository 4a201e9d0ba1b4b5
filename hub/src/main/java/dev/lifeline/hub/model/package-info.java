/** The hub's vocabulary: who, what, and who may do what. Depends on nothing else of the hub. */
@NullMarked
package dev.lifeline.hub.model;

import org.jspecify.annotations.NullMarked;
