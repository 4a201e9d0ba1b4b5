package dev.lifeline.core.servicing;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.HistoryEntry;
import dev.lifeline.core.operation.OperationKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks in an environment's history for what a start left there. */
final class Traces {
  private final LcsClient lcs;
  private final EnvironmentHistory histories;

  Traces(LcsClient lcs, EnvironmentHistory histories) {
    this.lcs = lcs;
    this.histories = histories;
  }

  /**
   * What a look showed.
   *
   * @param activity the operation that the start came to; null when there is none
   * @param clear whether there is nothing else that might be it under another name
   * @param others whether there is something else
   */
  record Trace(@Nullable ActivityId activity, boolean clear, boolean others) {}

  /** What is there of it that was not there before. */
  Trace since(StartOrder order, Set<String> known) {
    List<HistoryEntry> added = histories.since(order.target(), known).without(known);
    Optional<ActivityId> found =
        added.stream()
            .filter(row -> fits(order, row))
            .flatMap(row -> Stream.ofNullable(row.activity()))
            .filter(activity -> isOfThatPart(order.target(), activity))
            .findFirst();
    boolean named =
        switch (order.target().kind().historyName()) {
          case GIVEN, SHARED -> true;
          case ASSUMED, NONE -> false;
        };
    boolean clear = found.isPresent() || named || added.isEmpty();
    boolean others = added.size() > (found.isPresent() ? 1 : 0);
    return new Trace(found.orElse(null), clear, others);
  }

  /** Whether a row is of the order's operation, by all that a history says. */
  static boolean fits(StartOrder order, HistoryEntry row) {
    String name = order.historyName();
    return switch (order.target().kind().historyName()) {
      case GIVEN, SHARED, ASSUMED -> name != null && name.strip().equals(row.name().strip());
      case NONE ->
          Stream.of(row.type(), row.typeDisplay(), row.name())
              .flatMap(Stream::ofNullable)
              .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(order.target().kind().id()));
    };
  }

  /** A scale unit says which operation is its own; the history does not. */
  private boolean isOfThatPart(ServicingTarget target, ActivityId activity) {
    return target.kind() != OperationKind.CSU
        || activity.equals(
            lcs.deploymentStatus(target.project(), target.deployment(), activity, null).activity());
  }
}
