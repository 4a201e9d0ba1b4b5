package dev.lifeline.emulator.lcs;

import dev.lifeline.emulator.server.Routes;
import dev.lifeline.emulator.world.Guid;
import java.time.Duration;
import java.util.Locale;

/** How often LCS may be asked for what, in real time (DOC). */
enum RateLimit {
  /** The environments of a project. */
  METADATA(6, 60, Scope.PROJECT),
  /** The history of an environment, for each environment. */
  HISTORY_OF_ENVIRONMENT(6, 30, Scope.ENVIRONMENT),
  /** The history of an environment, for the whole project. */
  HISTORY_OF_PROJECT(6, 60, Scope.PROJECT),
  /** Starting and stopping, for each environment. */
  POWER_OF_ENVIRONMENT(1, 300, Scope.ENVIRONMENT),
  /** Starting and stopping, for each user. */
  POWER_OF_USER(30, 1800, Scope.USER),
  /** The RSAT certificate of an environment. */
  RSAT_CERTIFICATE(1, 60, Scope.ENVIRONMENT);

  private enum Scope {
    PROJECT,
    ENVIRONMENT,
    USER
  }

  private final int calls;
  private final int seconds;
  private final Scope scope;

  RateLimit(int calls, int seconds, Scope scope) {
    this.calls = calls;
    this.seconds = seconds;
    this.scope = scope;
  }

  /** How many calls there may be in the {@link #window()}. */
  int calls() {
    return calls;
  }

  /** How long a call counts. */
  Duration window() {
    return Duration.ofSeconds(seconds);
  }

  /** What the calls are counted for. */
  String key(Routes.Names path, Caller caller) {
    return switch (scope) {
      case PROJECT -> caller.project().toString();
      case ENVIRONMENT ->
          Guid.parse(path.get("environment")).map(Guid::digits).orElse("no environment");
      case USER -> caller.username().toLowerCase(Locale.ROOT);
    };
  }
}
