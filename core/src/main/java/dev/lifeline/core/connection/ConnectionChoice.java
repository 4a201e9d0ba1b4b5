package dev.lifeline.core.connection;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which service connection a command uses. Precedence: the option {@code --connection}, {@code
 * LIFELINE_CONNECTION}, a whole connection from the environment, the one chosen with {@code
 * connection use}, the only one there is.
 */
public final class ConnectionChoice {
  private static final String VARIABLE = "LIFELINE_CONNECTION";

  private final Map<String, String> environment;
  private final Supplier<ConnectionFolder> folder;

  /**
   * Looks at nothing yet.
   *
   * @param environment the environment variables
   * @param folder asked only when a stored connection is needed, so that a connection from the
   *     environment touches no disk
   */
  public ConnectionChoice(Map<String, String> environment, Supplier<ConnectionFolder> folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * Finds the connection and opens it.
   *
   * @param option the value of {@code --connection} as given on the command line, or null; not the
   *     value of {@code LIFELINE_CONNECTION}, which this class reads itself
   * @throws LifelineException CONNECTION_MISSING, CONNECTION_AMBIGUOUS, CONNECTION_NOT_FOUND;
   *     USAGE_WRONG when {@code LIFELINE_CONNECTION} contradicts a connection from the environment;
   *     or what opening the connection throws
   */
  public UsableConnection choose(@Nullable String option) {
    if (option != null) {
      return folder.get().open(option);
    }
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      refuseContradiction(named);
      return folder.get().open(named);
    }
    return EnvironmentConnection.from(environment).orElseGet(() -> openStored(folder.get()));
  }

  private void refuseContradiction(String named) {
    List<String> others = EnvironmentConnection.variablesIn(environment);
    if (!others.isEmpty()) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG,
              "%s and %s are both set".formatted(VARIABLE, String.join(", ", others)))
          .why(
              "The first names the stored service connection '%s', the others describe another one."
                  .formatted(named))
          .fix("unset %s, or unset %s".formatted(VARIABLE, String.join(", ", others)))
          .raise();
    }
  }

  private static UsableConnection openStored(ConnectionFolder folder) {
    List<SavedConnection> all = folder.list();
    Optional<SavedConnection> chosen = all.stream().filter(SavedConnection::chosen).findFirst();
    if (chosen.isPresent()) {
      return folder.open(chosen.get().connection().name());
    }
    if (all.isEmpty()) {
      throw Problem.of(ProblemCode.CONNECTION_MISSING, "there is no service connection")
          .why("Lifeline has to know where to sign in and as whom.")
          .fix("lifeline connection create NAME")
          .fix("or, in a pipeline, set LIFELINE_USERNAME, LIFELINE_PASSWORD and their kin")
          .step(SetupStep.CONNECTION)
          .raise();
    }
    if (all.size() > 1) {
      throw ambiguous(all);
    }
    return folder.open(all.get(0).connection().name());
  }

  private static LifelineException ambiguous(List<SavedConnection> all) {
    String names =
        all.stream()
            .map(saved -> "'" + saved.connection().name() + "'")
            .collect(Collectors.joining(", "));
    return Problem.of(
            ProblemCode.CONNECTION_AMBIGUOUS,
            "there are %d service connections and none is chosen".formatted(all.size()))
        .why("The choice is between " + names + ".")
        .fix("lifeline connection use NAME")
        .fix("or name one with --connection NAME")
        .raise();
  }
}
