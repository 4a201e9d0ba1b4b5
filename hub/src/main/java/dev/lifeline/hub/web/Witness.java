package dev.lifeline.hub.web;

import java.time.Duration;

/** Hears of every request that was answered. Thread-safe. */
@FunctionalInterface
public interface Witness {
  /**
   * A request was answered.
   *
   * @param route the route's name, {@code NONE} when there is none
   * @param status the HTTP status
   */
  void answered(String route, Method method, int status, Duration duration);
}
