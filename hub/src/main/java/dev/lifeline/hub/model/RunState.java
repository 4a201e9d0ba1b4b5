package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a run, or a step of one, stands. */
public enum RunState {
  /** Nothing was done yet. */
  QUEUED,
  /** It is being started, or between two steps. */
  RUNNING,
  /** An operation goes on in LCS and is looked at. */
  WAITING,
  /** It does not get on, which somebody may want to look at; it is tried again. */
  STUCK,
  /** It ended well. */
  SUCCEEDED,
  /** It ended badly; the problem says why. */
  FAILED,
  /** Somebody called it off. */
  CANCELLED;

  /** The name in JSON: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that name. */
  public static Optional<RunState> withId(String id) {
    return Arrays.stream(values()).filter(state -> state.id().equalsIgnoreCase(id)).findFirst();
  }

  /** Whether nothing will change any more. */
  public boolean isEnd() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING, STUCK -> false;
      case SUCCEEDED, FAILED, CANCELLED -> true;
    };
  }
}
