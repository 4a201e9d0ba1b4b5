package dev.lifeline.core.servicing;

import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.operation.Expectation;
import dev.lifeline.core.operation.StatusTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an environment's history.
 *
 * @param rows the latest first
 */
record History(List<HistoryEntry> rows) {
  private static final Comparator<HistoryEntry> BY_START =
      Comparator.comparing(
          HistoryEntry::started, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  History {
    rows = rows.stream().sorted(BY_START.reversed()).toList();
  }

  /** What tells a row from all others: its activity, else its name and start. */
  static String id(HistoryEntry row) {
    ActivityId activity = row.activity();
    return activity == null
        ? row.name() + " " + row.started()
        : activity.value().replace("-", "").toLowerCase(Locale.ROOT);
  }

  Set<String> ids() {
    return rows.stream().map(History::id).collect(Collectors.toSet());
  }

  /** The rows that are not among those. */
  List<HistoryEntry> without(Set<String> known) {
    return rows.stream().filter(row -> !known.contains(id(row))).toList();
  }

  Optional<HistoryEntry> find(ActivityId activity) {
    return rows.stream().filter(row -> activity.equals(row.activity())).findFirst();
  }

  /** What goes on now, the latest first. */
  List<HistoryEntry> running() {
    return rows.stream().filter(History::isRunning).toList();
  }

  private static boolean isRunning(HistoryEntry row) {
    String status = row.status();
    return row.ended() == null
        && status != null
        && !status.isBlank()
        && !StatusTable.isEndSomewhere(status);
  }

  /** What to expect of an operation: since when it runs, and the median of its like. */
  Expectation expectation(ActivityId activity) {
    return find(activity)
        .map(row -> new Expectation(row.started(), typical(row.type())))
        .orElse(Expectation.NONE);
  }

  private @Nullable Duration typical(@Nullable String type) {
    List<Duration> took =
        rows.stream()
            .filter(row -> type != null && type.equalsIgnoreCase(row.type()))
            .map(History::took)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (took.isEmpty()) {
      return null;
    }
    Duration upper = took.get(took.size() / 2);
    return took.size() % 2 == 1 ? upper : upper.plus(took.get(took.size() / 2 - 1)).dividedBy(2);
  }

  private static @Nullable Duration took(HistoryEntry row) {
    Instant started = row.started();
    Instant ended = row.ended();
    boolean known = started != null && ended != null && !ended.isBefore(started);
    return known ? Duration.between(started, ended) : null;
  }
}
