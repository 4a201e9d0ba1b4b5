/**
 * The emulator's own certification authority and server certificate. The only user of BouncyCastle;
 * depends on nothing else of ours.
 */
@NullMarked
package dev.lifeline.emulator.tls;

import org.jspecify.annotations.NullMarked;
