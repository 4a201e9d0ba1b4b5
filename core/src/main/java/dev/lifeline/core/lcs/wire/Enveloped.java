package dev.lifeline.core.lcs.wire;

import org.jspecify.annotations.Nullable;

/** An answer in the envelope, of which only these fields count (LCS API: every request). */
public interface Enveloped {
  /** Whether it was done; HTTP 200 does not say so. */
  @Nullable Boolean isSuccess();

  /** Why not. */
  @Nullable String errorMessage();
}
