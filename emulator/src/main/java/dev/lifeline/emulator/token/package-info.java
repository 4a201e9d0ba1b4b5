/**
 * What is signed: access tokens, issued by Entra ID and checked by LCS and Microsoft Graph, and
 * SAML assertions, issued by the look-alike of AD FS and checked by Entra ID.
 *
 * <p>May depend on {@code json}, {@code xml}, {@code server} and {@code world} only.
 */
@NullMarked
package dev.lifeline.emulator.token;

import org.jspecify.annotations.NullMarked;
