package dev.lifeline.core.servicing;

import dev.lifeline.core.model.HistoryEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A row of a history in a few words. */
final class HistoryLine {
  private HistoryLine() {}

  /** Such as {@code 'Release 42' (ApplicationHotfix), InProgress since 2026-11-27T10:15:00Z}. */
  static String of(HistoryEntry row) {
    String type = row.typeDisplay() == null ? row.type() : row.typeDisplay();
    return "'"
        + row.name()
        + "'"
        + (type == null || type.equals(row.name()) ? "" : " (" + type + ")")
        + (row.status() == null ? "" : ", " + row.status())
        + when(" since ", row.ended() == null ? row.started() : null)
        + when(" at ", row.ended());
  }

  private static String when(String word, @Nullable Instant instant) {
    return instant == null ? "" : word + instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
