/**
 * What stored connections sign in with: a new password, a password that is changed in Entra ID too,
 * a sign-in by device code. May depend on entra, graph, connection and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.credential;

import org.jspecify.annotations.NullMarked;
