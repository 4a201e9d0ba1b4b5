package dev.lifeline.hub.backup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself.
 *
 * @param format 1
 * @param schema the schema's version
 * @param created when it was made, ISO 8601
 * @param rows how many there are, by table
 * @param counters the last number that was given out, by table
 */
public record Manifest(
    int format,
    @Nullable String schema,
    @Nullable String created,
    Map<String, Long> rows,
    Map<String, Long> counters) {
  public Manifest {
    rows = rows == null ? Map.of() : Map.copyOf(rows);
    counters = counters == null ? Map.of() : Map.copyOf(counters);
  }

  /** How many rows there are in all. */
  public long total() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
