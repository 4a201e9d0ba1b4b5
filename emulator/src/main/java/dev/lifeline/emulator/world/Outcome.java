package dev.lifeline.emulator.world;

import java.time.Duration;
import java.util.Locale;

/**
 * How a servicing operation ends, and when it goes through which state until then, in the world's
 * minutes.
 */
public enum Outcome {
  /** The package is applied within an hour. */
  SUCCEEDS(60, 60, OperationState.COMPLETED),
  /** Applying fails; the fate of an update whose name contains "fail". */
  FAILS(40, 40, OperationState.FAILED),
  /** Applying fails and is taken back; the fate of an update whose name contains "rollback". */
  ROLLS_BACK(30, 60, OperationState.ROLLBACK_COMPLETED);

  private static final int ACCEPTED_UNTIL = 2;
  private static final int PREPARING_UNTIL = 10;

  private final int applyingUntil;
  private final int endsAt;
  private final OperationState end;

  Outcome(int applyingUntil, int endsAt, OperationState end) {
    this.applyingUntil = applyingUntil;
    this.endsAt = endsAt;
    this.end = end;
  }

  /** The fate of an update with that name. */
  public static Outcome ofUpdate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("rollback")) {
      return ROLLS_BACK;
    }
    return lower.contains("fail") ? FAILS : SUCCEEDS;
  }

  /** How long the whole takes, in the world's time. */
  public Duration duration() {
    return Duration.ofMinutes(endsAt);
  }

  OperationState stateAfter(Duration sinceStart) {
    long minute = sinceStart.toMinutes();
    if (minute < ACCEPTED_UNTIL) {
      return OperationState.NOT_STARTED;
    }
    if (minute < PREPARING_UNTIL) {
      return OperationState.PREPARING_ENVIRONMENT;
    }
    if (minute < applyingUntil) {
      return OperationState.IN_PROGRESS;
    }
    return minute < endsAt ? OperationState.ROLLBACK_IN_PROGRESS : end;
  }
}
