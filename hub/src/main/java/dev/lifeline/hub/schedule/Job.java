package dev.lifeline.hub.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is done when its time has come, by one node at a time. It may be cut off at any
 * point, and is then done again from its beginning by another node. Thread-safe.
 */
@FunctionalInterface
public interface Job {
  /**
   * Does it; quickly, since few threads do all jobs.
   *
   * @param id which one of its kind
   * @return when to do it again; empty when it is done
   */
  Optional<Instant> run(String id);
}
