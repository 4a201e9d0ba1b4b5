package dev.lifeline.core.servicing;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.model.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads environments' histories, as few pages as will do: LCS allows few calls. That the latest
 * come first is ASSUMED, and seen to: a history in another order is read whole.
 */
final class EnvironmentHistory {
  /** A history that never ends is a fault of LCS. */
  private static final int MOST_PAGES = 50;

  private final LcsClient lcs;

  EnvironmentHistory(LcsClient lcs) {
    this.lcs = lcs;
  }

  /** The latest operations. */
  History latest(ServicingTarget target) {
    return read(target, null);
  }

  /** The latest operations, as far back as those that are known. */
  History since(ServicingTarget target, Set<String> known) {
    return read(target, known);
  }

  private History read(ServicingTarget target, @Nullable Set<String> known) {
    List<HistoryEntry> rows = new ArrayList<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      Page<HistoryEntry> page = lcs.history(target.project(), target.environment(), number);
      rows.addAll(page.rows());
      boolean reached =
          known == null || page.rows().stream().map(History::id).anyMatch(known::contains);
      if (!page.hasMore() || (reached && isLatestFirst(page.rows()))) {
        break;
      }
    }
    return new History(rows);
  }

  private static boolean isLatestFirst(List<HistoryEntry> rows) {
    for (int at = 1; at < rows.size(); at++) {
      Instant before = rows.get(at - 1).started();
      Instant after = rows.get(at).started();
      if (before != null && after != null && after.isAfter(before)) {
        return false;
      }
    }
    return true;
  }
}
