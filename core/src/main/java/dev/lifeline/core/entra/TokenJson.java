package dev.lifeline.core.entra;

import dev.lifeline.core.model.Secret;
import org.jspecify.annotations.Nullable;

/** A token as Entra ID answers it. {@code expires_in} comes as a number or as text. */
record TokenJson(
    @Nullable Secret accessToken, @Nullable Secret refreshToken, @Nullable String expiresIn) {}
