package dev.lifeline.core.connection;

import java.time.Instant;

/**
 * A secret as the file holds it.
 *
 * @param text its ciphertext, base64
 * @param since when it was stored; for a sign-in by device code, when the person signed in
 */
record Sealed(String text, Instant since) {}
