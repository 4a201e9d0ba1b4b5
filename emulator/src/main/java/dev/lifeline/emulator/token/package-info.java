/**
 * Access tokens: issued by Entra ID, checked by LCS and Microsoft Graph.
 *
 * <p>May depend on {@code json}, {@code server} and {@code world} only.
 */
@NullMarked
package dev.lifeline.emulator.token;

import org.jspecify.annotations.NullMarked;
