package dev.lifeline.hub.console;

import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;

/**
 * How the hub is.
 *
 * @param isUp whether its database answers
 * @param isShared whether several hubs can share it
 * @param started since when this node runs
 * @param java the Java that it runs on
 * @param figures what this node has answered
 * @param runs how many runs are in which state
 */
public record HealthView(
    boolean isUp,
    boolean isShared,
    Instant started,
    String java,
    Health.Figures figures,
    List<Count> runs)
    implements View {
  public HealthView {
    runs = List.copyOf(runs);
  }

  /** How many runs are in a state. */
  public record Count(String state, long runs) {}

  @Override
  public String template() {
    return "health/health.jte";
  }

  @Override
  public Section section() {
    return Section.HEALTH;
  }
}
