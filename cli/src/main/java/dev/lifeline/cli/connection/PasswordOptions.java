package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.Host;
import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ways in for a password: never an argument, which everybody on the machine can read. */
final class PasswordOptions {
  @Option(names = "--password-stdin", description = "Read the password from standard input.")
  private boolean stdin;

  @Option(
      names = "--password-env",
      paramLabel = "VAR",
      description = "Read the password from an environment variable.")
  private @Nullable String variable;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from a file.")
  private @Nullable Path file;

  /** Whether one of the ways was named. */
  boolean areGiven() {
    return ways().given() > 0;
  }

  /**
   * Reads the password.
   *
   * @param question how it is asked for on a terminal, when none of the ways was named
   */
  Secret read(Host host, Console console, String question) {
    return ways().read(host, console, question);
  }

  private SecretWays ways() {
    return new SecretWays("password", stdin, variable, file);
  }
}
