package dev.lifeline.core.rate;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often LCS may be asked for what (LCS API: every request, throttling; DOC), row by row. */
public enum RateLimit {
  ENVIRONMENT_METADATA(
      6, Duration.ofMinutes(1), Scope.PROJECT, "looks at a project's environments"),
  ENVIRONMENT_HISTORY(
      6, Duration.ofSeconds(30), Scope.ENVIRONMENT, "looks at an environment's history"),
  PROJECT_HISTORY(6, Duration.ofMinutes(1), Scope.PROJECT, "looks at histories in a project"),
  ENVIRONMENT_POWER(1, Duration.ofMinutes(5), Scope.ENVIRONMENT, "start or stop of an environment"),
  USER_POWER(30, Duration.ofMinutes(30), Scope.USER, "starts and stops by a user"),
  RSAT_CERTIFICATE(
      1, Duration.ofMinutes(1), Scope.ENVIRONMENT, "RSAT certificate of an environment"),
  /** Answered with a refusal that is no throttling: waiting for it would take a day. */
  DATABASE_MOVEMENT(
      3, Duration.ofHours(24), Scope.ENVIRONMENT, "moves of an environment's database");

  private enum Scope {
    PROJECT,
    ENVIRONMENT,
    USER
  }

  private final int calls;
  private final Duration window;
  private final Scope scope;
  private final String words;

  RateLimit(int calls, Duration window, Scope scope, String words) {
    this.calls = calls;
    this.window = window;
    this.scope = scope;
    this.words = words;
  }

  /** How many calls there may be in any {@link #window()}. */
  public int calls() {
    return calls;
  }

  /** How long a call counts. */
  public Duration window() {
    return window;
  }

  /** Whether a call that is too much waits, rather than being refused. */
  boolean isWaitedFor() {
    return this != DATABASE_MOVEMENT;
  }

  /** The name in the file of used calls. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<RateLimit> withId(String id) {
    return Arrays.stream(values()).filter(limit -> limit.id().equals(id)).findFirst();
  }

  /** What is limited, for people: such as {@code 6 looks at ... each minute}. */
  String words() {
    return calls + " " + words + " in " + length();
  }

  private String length() {
    if (window.compareTo(Duration.ofMinutes(1)) < 0) {
      return window.toSeconds() + " seconds";
    }
    if (window.compareTo(Duration.ofHours(1)) < 0) {
      return window.toMinutes() == 1 ? "a minute" : window.toMinutes() + " minutes";
    }
    return window.toHours() + " hours";
  }

  /** What the calls of a use are counted for. */
  String subject(Caller caller, RateUse use) {
    return switch (scope) {
      case PROJECT -> caller.endpoint() + " " + use.project();
      case ENVIRONMENT -> caller.endpoint() + " " + use.environmentDigits();
      case USER -> caller.endpoint() + " " + caller.username().toLowerCase(Locale.ROOT);
    };
  }
}
