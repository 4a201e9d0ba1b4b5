package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a run. */
public enum EventKind {
  /** It was asked for. */
  CREATED,
  /** It began. */
  STARTED,
  /** A step began. */
  STEP_STARTED,
  /** LCS has another word for what goes on, or it gets on again. */
  STATE_CHANGED,
  /** It does not get on; it is tried again. */
  STUCK,
  /** Something worth knowing. */
  WARNING,
  /** A step ended, well or not. */
  STEP_ENDED,
  /** Somebody called it off. */
  CANCEL_REQUESTED,
  /** It ended, well or not; the last event of a run. */
  ENDED;

  /** The name in JSON: lower case, words joined by hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name. */
  public static Optional<EventKind> withId(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equalsIgnoreCase(id)).findFirst();
  }
}
