package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.Host;
import dev.lifeline.core.connection.PasswordFile;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret comes from, as it was typed.
 *
 * @param what the secret in one word, which its options begin with
 * @param stdin whether it comes from standard input
 * @param variable the environment variable that holds it, or null
 * @param file the file that holds it, or null
 */
record SecretWays(String what, boolean stdin, @Nullable String variable, @Nullable Path file) {
  int given() {
    return (stdin ? 1 : 0) + (variable == null ? 0 : 1) + (file == null ? 0 : 1);
  }

  /**
   * Reads the secret.
   *
   * @param question how it is asked for on a terminal, when none of the ways was named
   */
  Secret read(Host host, Console console, String question) {
    if (given() > 1) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "the " + what + " was to come from several places")
          .fix("use only one of --%1$s-stdin, --%1$s-env and --%1$s-file".formatted(what))
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
      throw missing("no " + what + " was given", null);
    }
    return typed;
  }

  private Secret fromStandardInput(Host host) {
    try {
      return PasswordFile.of(host.in(), "standard input");
    } catch (IOException e) {
      throw missing("standard input cannot be read", e);
    }
  }

  private Secret fromVariable(Host host, String name) {
    String value = host.environment().get(name);
    if (value == null || value.isEmpty()) {
      throw missing("the environment variable '" + name + "' is empty or not set", null);
    }
    return Secret.of(value);
  }

  private LifelineException missing(String message, @Nullable Exception cause) {
    Problem problem =
        Problem.of(ProblemCode.CONNECTION_INVALID, message)
            .why(
                "A service connection holds the account's %s; it is never taken from an argument."
                    .formatted(what))
            .fix(
                "use --%1$s-stdin, --%1$s-env VAR or --%1$s-file FILE, or run it on a terminal"
                    .formatted(what))
            .step(what.equals("password") ? SetupStep.ACCOUNT : SetupStep.CONNECTION);
    return cause == null ? problem.raise() : problem.raise(cause);
  }
}
