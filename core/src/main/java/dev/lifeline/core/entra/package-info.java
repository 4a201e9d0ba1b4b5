/**
 * Sign-in at Microsoft Entra ID: tokens, and what its refusals mean. May depend on http, json,
 * event and the vocabulary.
 */
@NullMarked
package dev.lifeline.core.entra;

import org.jspecify.annotations.NullMarked;
