package dev.lifeline.core.servicing;

import java.util.List;
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
}
