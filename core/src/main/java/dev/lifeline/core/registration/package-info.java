/**
 * The application registration: how it is made, whether it is whole, and the setup guide that tells
 * the same for doing it by hand. May depend on graph, connection and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.registration;

import org.jspecify.annotations.NullMarked;
