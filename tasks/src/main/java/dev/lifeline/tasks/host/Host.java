package dev.lifeline.tasks.host;

import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.tasks.definition.Input;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A system that runs tasks, by its conventions. */
public interface Host {
  /** What people call it. */
  String title();

  /** The text that was given for an input; empty when none was. */
  Optional<String> given(Input input);

  /** Whether a path is what the system makes of an empty input, and so was not given. */
  boolean isEmptyPath(String path);

  /** Whether the connection can come from nowhere but the input for it. */
  boolean needsConnectionInput();

  /**
   * The connection to use.
   *
   * @param named what the input for it holds, or null
   * @throws dev.lifeline.core.problem.LifelineException CONNECTION_MISSING, CONNECTION_INVALID, or
   *     what reading it throws
   */
  UsableConnection connection(@Nullable String named);

  /** Where connections that are not stored come from, for what to do about a wrong one. */
  Origin origin();

  /** How the network is reached. */
  NetworkSettings network();

  /** What this run of the pipeline is called; empty where it has no name. */
  Optional<String> runName();

  /** Where downloads go when no folder is given. */
  Path downloads();

  /** A folder for files that nobody needs after the job. */
  Path temporary();

  /** How it is told things. */
  Log log();

  /** How it takes what a task gives to others. */
  Results results();
}
