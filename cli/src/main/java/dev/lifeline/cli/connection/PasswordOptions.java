package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.Host;
import dev.lifeline.core.connection.PasswordFile;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.io.IOException;
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
    return given() > 0;
  }

  private int given() {
    return (stdin ? 1 : 0) + (variable == null ? 0 : 1) + (file == null ? 0 : 1);
  }

  /**
   * Reads the password.
   *
   * @param question how it is asked for on a terminal, when none of the ways was named
   */
  Secret read(Host host, Console console, String question) {
    if (given() > 1) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "the password was to come from several places")
          .fix("use only one of --password-stdin, --password-env and --password-file")
          .raise();
    }
    if (stdin) {
      return fromStandardInput(host);
    }
    if (variable != null) {
      return fromVariable(host, variable);
    }
    if (file != null) {
      return PasswordFile.read(file);
    }
    Secret typed = console.canAsk() ? console.askSecret(question) : null;
    if (typed == null) {
      throw missing("no password was given").raise();
    }
    return typed;
  }

  private static Secret fromStandardInput(Host host) {
    try {
      return PasswordFile.of(host.in(), "standard input");
    } catch (IOException e) {
      throw missing("standard input cannot be read").raise(e);
    }
  }

  private static Secret fromVariable(Host host, String variable) {
    String value = host.environment().get(variable);
    if (value == null || value.isEmpty()) {
      throw missing("the environment variable '" + variable + "' is empty or not set").raise();
    }
    return Secret.of(value);
  }

  private static Problem missing(String what) {
    return Problem.of(ProblemCode.CONNECTION_INVALID, what)
        .why(
            "A service connection holds the account's password; it is never taken from an argument.")
        .fix(
            "use --password-stdin, --password-env VAR or --password-file FILE, or run it on a terminal")
        .step(SetupStep.ACCOUNT);
  }
}
