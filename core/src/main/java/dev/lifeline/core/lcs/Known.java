package dev.lifeline.core.lcs;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields that LCS may leave out, or fill with something else: what cannot be read is not known. */
final class Known {
  private Known() {}

  static @Nullable ProjectId project(@Nullable String text) {
    return read(text, ProjectId::of);
  }

  static @Nullable EnvironmentId environment(@Nullable String text) {
    return read(text, EnvironmentId::new);
  }

  static @Nullable ActivityId activity(@Nullable String text) {
    return read(text, ActivityId::new);
  }

  static @Nullable SasUrl location(@Nullable String text) {
    return read(text, SasUrl::of);
  }

  /** A text that is there, if only an empty one. */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
