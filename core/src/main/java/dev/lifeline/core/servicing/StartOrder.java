package dev.lifeline.core.servicing;

import dev.lifeline.core.connection.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is to be started once.
 *
 * @param target what it is done to
 * @param title what it is for people, such as {@code the update 'Release 42'}
 * @param identity what tells it apart from others on the same target, such as asset and update name
 * @param historyName how the environment's history will call it; null where its kind has no name
 * @param awaited whether the run goes on with it: such an operation is gone on with by a later run
 *     too, until one has told its end
 */
public record StartOrder(
    ServicingTarget target,
    String title,
    List<String> identity,
    @Nullable String historyName,
    boolean awaited) {
  public StartOrder {
    identity = List.copyOf(identity);
  }

  /**
   * The name that it has in a journal.
   *
   * @param scope tells geographies apart; a start is the same over whichever connection
   */
  public String key(String scope) {
    List<String> parts = new ArrayList<>();
    parts.add(scope);
    parts.add(target.project().toString());
    parts.add(target.environment().value().replace("-", "").toLowerCase(Locale.ROOT));
    parts.add(target.kind().id());
    parts.add(String.valueOf(target.part()));
    parts.addAll(identity);
    return Shelf.key(parts);
  }
}
