package dev.lifeline.cli.shell;

import dev.lifeline.core.connection.KeyHolder;
import dev.lifeline.core.time.Time;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The process that a command runs in: the only way to environment, terminal, clock and chance. */
public interface Host {
  /** The environment variables. */
  Map<String, String> environment();

  /** The name of the operating system, as Java spells it. */
  String operatingSystem();

  /** The user's home folder. */
  Path home();

  /** The folder of the Java runtime. */
  Path javaHome();

  /** Where results go. */
  PrintStream out();

  /** Where progress, notes and errors go. */
  PrintStream err();

  /** What is piped in. */
  InputStream in();

  /** Whether a person sits there who can be asked. */
  boolean isInteractive();

  /** Whether a line on standard error can be drawn over. */
  boolean canRedraw();

  /** Asks for a line; null at the end of the input. */
  @Nullable String readLine(String prompt);

  /** Asks for a line that is not shown while it is typed; null at the end of the input. */
  char @Nullable [] readPassword(String prompt);

  /** The clock. */
  Time time();

  /** Chance that nobody can foresee. */
  RandomGenerator random();

  /** The key store of the operating system. */
  KeyHolder keyStore();

  /** New ids. */
  Supplier<UUID> ids();
}
