package dev.lifeline.hub.engine;

import dev.lifeline.core.operation.OperationKind;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.hub.schedule.Pace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How runs are carried on.
 *
 * @param pace how a node works
 * @param interval between two looks at an operation; null for that of its kind
 * @param outage how long LCS may be out of reach before a step fails
 * @param troubled how long to pause when something does not get on
 * @param rest before what was prepared on-premises is deployed
 */
public record EngineSettings(
    Pace pace, @Nullable Duration interval, Duration outage, Duration troubled, Duration rest) {
  public static final EngineSettings DEFAULTS =
      new EngineSettings(
          Pace.DEFAULTS,
          null,
          Patience.OUTAGE,
          Duration.ofMinutes(1),
          Duration.ofSeconds(60)); // LCS API: as Microsoft's own task

  /** The same with another interval; null for that of each kind. */
  public EngineSettings withInterval(@Nullable Duration other) {
    return new EngineSettings(pace, other, outage, troubled, rest);
  }

  /** How operations of a kind are looked at. */
  Patience patience(OperationKind kind) {
    return patience(Patience.of(kind));
  }

  /** How validations are looked at. */
  Patience validation() {
    return patience(Patience.VALIDATION);
  }

  private Patience patience(Patience usual) {
    return new Patience(
        interval == null ? usual.interval() : interval,
        usual.timeout(),
        outage,
        usual.onUnknownState());
  }
}
