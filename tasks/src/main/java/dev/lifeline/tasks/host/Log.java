package dev.lifeline.tasks.host;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;

/** The log of a step. Every text may be foreign: it is made harmless. Thread-safe. */
public interface Log {
  /** A line. */
  void line(String text);

  /** A line for whoever looks closer. */
  void detail(String text);

  /** Something that is not right, though the task goes on. */
  void warning(String text);

  /** Why the task failed. */
  void problem(Problem problem);

  /** Lines that belong together follow, until {@link #endGroup}. */
  void group(String title);

  /** The group ends. */
  void endGroup();

  /** How far the task is, from 0 to 100. */
  void progress(int percent, String what);

  /** An operation has come to a state; told where the system has a timeline for it. */
  default void stage(String state) {}

  /** From now on the system hides that text; done before anything could print it. */
  void mask(Secret secret);
}
