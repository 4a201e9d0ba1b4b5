package dev.lifeline.tasks.run;

import dev.lifeline.tasks.definition.TaskDefinition;

/** A task: what it takes, and what it does. */
public interface Task {
  /** Its interface; the only place in which it is declared. */
  TaskDefinition definition();

  /**
   * Does it. Every input is read and checked before anything is sent.
   *
   * @throws dev.lifeline.core.problem.LifelineException when it failed
   */
  void run(TaskRun run);
}
