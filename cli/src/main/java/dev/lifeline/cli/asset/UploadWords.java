package dev.lifeline.cli.asset;

import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.asset.UploadOutcome;
import dev.lifeline.core.text.Figures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an upload ended, in words. */
final class UploadWords {
  private UploadWords() {}

  /** The first line of the result. */
  static String line(AssetUpload.Uploaded uploaded, Duration duration) {
    String name = "'" + uploaded.asset().name() + "', " + Figures.size(uploaded.sizeBytes());
    return switch (uploaded.outcome()) {
      case SENT, RESUMED -> "uploaded " + name + " in " + Figures.duration(duration);
      case SAME_AS_REMEMBERED ->
          "skipped " + name + ": it is in the library already, uploaded from here before";
      case SAME_AS_MARKED ->
          "skipped " + name + ": it is in the library already, as its description says";
    };
  }

  /** How it is known that nothing changed, for JSON; null when it was sent. */
  static @Nullable String unchangedBy(UploadOutcome outcome) {
    return switch (outcome) {
      case SENT, RESUMED -> null;
      case SAME_AS_REMEMBERED -> "remembered-hash";
      case SAME_AS_MARKED -> "description-marker";
    };
  }
}
