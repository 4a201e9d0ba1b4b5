package dev.lifeline.tasks.host;

import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.time.Time;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The process that a task runs in: the only way to environment, output, clock and chance. */
public interface TaskProcess {
  /** The environment variables. */
  Map<String, String> environment();

  /** Where everything is written to, in UTF-8. */
  PrintStream out();

  /** The clock. */
  Time time();

  /** Chance that nobody can foresee. */
  RandomGenerator random();

  /** New ids. */
  Supplier<UUID> ids();

  /** The stored connections; a shell uses one where no variables describe one. */
  ConnectionFolder connections();

  /** The folder that relative paths count from. */
  Path workingFolder();

  /**
   * The folder of the whole program, with {@code bin/lifeline} in it; empty when it is not there.
   */
  Optional<Path> program();

  /** The folder of the Java runtime. */
  Path javaHome();
}
