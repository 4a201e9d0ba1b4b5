package dev.lifeline.core.entra;

import org.jspecify.annotations.Nullable;

/** A token as Entra ID answers it. {@code expires_in} comes as a number or as text. */
record TokenJson(@Nullable String accessToken, @Nullable String expiresIn) {}
