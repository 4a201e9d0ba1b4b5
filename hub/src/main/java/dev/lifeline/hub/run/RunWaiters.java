package dev.lifeline.hub.run;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.model.PlanJob;
import dev.lifeline.hub.store.Tables;
import java.util.UUID;

/** Jobs that wait for runs. Thread-safe. */
@FunctionalInterface
public interface RunWaiters {
  /**
   * Remembers a job, which counts when the transaction does.
   *
   * @throws dev.lifeline.core.problem.LifelineException ADDRESS_REFUSED
   */
  void add(Tables tables, UUID run, PlanJob job, Secret token);
}
