package dev.lifeline.cli.connection;

import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the secret is kept. */
final class StorageOption {
  @Option(
      names = "--storage",
      paramLabel = "key-store|file",
      description =
          "Keep the key of the secret in the operating system's key store, or in a file; default for"
              + " a new connection: the key store where it can be reached.")
  private @Nullable String storage;

  /** The storage that was named, or null. */
  @Nullable SecretStorage chosen() {
    String id = storage;
    return id == null
        ? null
        : SecretStorage.withId(id)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.USAGE_WRONG, "no storage is called '" + id + "'")
                        .fix("use --storage key-store or --storage file, or leave it out")
                        .raise());
  }
}
