/**
 * The fastest cryptography that this machine has; the only user of Conscrypt. Depends on nothing of
 * ours.
 */
@NullMarked
package dev.lifeline.core.crypto;

import org.jspecify.annotations.NullMarked;
