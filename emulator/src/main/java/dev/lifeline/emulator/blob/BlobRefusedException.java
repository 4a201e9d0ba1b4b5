package dev.lifeline.emulator.blob;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that the blob service refuses. */
final class BlobRefusedException extends Exception {
  private final transient BlobError error;
  private final transient Map<String, String> details;
  private final @Nullable String contentRange;

  BlobRefusedException(
      BlobError error, Map<String, String> details, @Nullable String contentRange) {
    super(error.code());
    this.error = error;
    this.details = Map.copyOf(details);
    this.contentRange = contentRange;
  }

  BlobError error() {
    return error;
  }

  /** XML elements that stand beside code and message. */
  Map<String, String> details() {
    return details;
  }

  /** The size of the blob whose range was missed, as its header says it; else null. */
  @Nullable String contentRange() {
    return contentRange;
  }
}
