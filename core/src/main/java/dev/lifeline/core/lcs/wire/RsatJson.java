package dev.lifeline.core.lcs.wire;

import dev.lifeline.core.model.Secret;
import org.jspecify.annotations.Nullable;

/** An RSAT certificate (LCS API: environments). */
public record RsatJson(
    @Nullable Boolean isSuccess, @Nullable String errorMessage, @Nullable Certificate data)
    implements Enveloped {

  /** What is in it; zip and password are base64. */
  public record Certificate(
      @Nullable Secret certificateZipEncoded,
      @Nullable Secret certificateSecretEncoded,
      @Nullable String expirationDateTimeUtc,
      @Nullable String filename) {}
}
