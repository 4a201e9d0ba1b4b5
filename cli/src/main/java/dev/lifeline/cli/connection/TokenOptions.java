package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.model.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The ways in for a hub's access token: never an argument. */
final class TokenOptions {
  @Option(names = "--token-stdin", description = "Read the access token from standard input.")
  private boolean stdin;

  @Option(
      names = "--token-env",
      paramLabel = "VAR",
      description =
          "Read the access token from an environment variable; default: LIFELINE_HUB_TOKEN.")
  private @Nullable String variable;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Read the access token from a file; default: the one in LIFELINE_HUB_TOKEN_FILE.")
  private @Nullable Path file;

  /** Reads the token; what the environment has of one goes before a question. */
  Secret read(Shell shell) {
    SecretWays ways = new SecretWays("token", stdin, variable, file);
    if (ways.given() == 0) {
      return shell
          .settings()
          .hubTokenIfAny()
          .orElseGet(() -> ways.read(shell.host(), shell.console(), "Access token of the hub"));
    }
    return ways.read(shell.host(), shell.console(), "");
  }
}
