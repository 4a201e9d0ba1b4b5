package dev.lifeline.core.preflight;

import dev.lifeline.core.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What to check besides the connection itself.
 *
 * @param project the project to look for, or null when none is known
 * @param places where else to look for it when it is not visible, or null for nowhere
 * @param origin where the connection comes from
 */
public record CheckOrder(@Nullable ProjectId project, @Nullable Places places, Origin origin) {
  /** Looks for the project where the connection says, and nowhere else. */
  public static CheckOrder of(@Nullable ProjectId project, Origin origin) {
    return new CheckOrder(project, null, origin);
  }
}
