package dev.lifeline.core.servicing;

import java.time.Duration;

/**
 * How long a start that nobody knows the outcome of is looked for.
 *
 * @param pause between two looks at the history (LCS API: history allows 6 a minute and project)
 * @param patience how long the run that sent it goes on looking
 * @param certainty after which a start that no history shows never happened
 * @param unseen how long after its start the end of an operation that nobody was told is told in
 *     place of a new start
 * @param quiet how long one run waits for another on this machine that is starting the same
 */
public record Settling(
    Duration pause, Duration patience, Duration certainty, Duration unseen, Duration quiet) {
  public static final Settling DEFAULTS =
      new Settling(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(12),
          Duration.ofMinutes(30));
}
