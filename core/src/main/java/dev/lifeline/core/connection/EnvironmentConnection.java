package dev.lifeline.core.connection;

import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service connection that comes whole from environment variables, for CI systems with their own
 * secret store (Command line: connection). Touches no file but the password file. A variable that
 * is empty or blank counts as not set.
 */
public final class EnvironmentConnection {
  /** The name of such a connection. */
  public static final String NAME = "environment";

  private static final String PASSWORD = "LIFELINE_PASSWORD";
  private static final String PASSWORD_FILE = "LIFELINE_PASSWORD_FILE";
  private static final Map<ConnectionField, String> VARIABLES =
      new EnumMap<>(
          Map.of(
              ConnectionField.AUTHENTICATION_ENDPOINT, "LIFELINE_AUTHENTICATION_ENDPOINT",
              ConnectionField.API_ENDPOINT, "LIFELINE_API_ENDPOINT",
              ConnectionField.USERNAME, "LIFELINE_USERNAME",
              ConnectionField.CLIENT_ID, "LIFELINE_CLIENT_ID"));

  private final Map<String, String> environment;

  private EnvironmentConnection(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The connection that the environment describes. The API endpoint is required, because the wrong
   * geography is the commonest mistake; a missing authentication endpoint is the default of that
   * geography, unless the API endpoint is on loopback.
   *
   * @return empty when none of its variables is set
   * @throws LifelineException CONNECTION_INVALID naming the variables that are missing, malformed
   *     or contradict each other; CLOUD_MISMATCH; or what is wrong with the password file
   */
  public static Optional<UsableConnection> from(Map<String, String> environment) {
    var connection = new EnvironmentConnection(environment);
    return connection.variablesThatAreSet().isEmpty()
        ? Optional.empty()
        : Optional.of(connection.read());
  }

  /** The variables of this connection that are set, in the setup guide's order. */
  static List<String> variablesIn(Map<String, String> environment) {
    return new EnvironmentConnection(environment).variablesThatAreSet();
  }

  private List<String> variablesThatAreSet() {
    return Stream.concat(VARIABLES.values().stream(), Stream.of(PASSWORD, PASSWORD_FILE))
        .filter(this::isSet)
        .toList();
  }

  private UsableConnection read() {
    if (isSet(PASSWORD) && isSet(PASSWORD_FILE)) {
      throw Problem.of(
              ProblemCode.CONNECTION_INVALID,
              "%s and %s are both set".formatted(PASSWORD, PASSWORD_FILE))
          .why("They are two ways to give the same password, and they could differ.")
          .fix("unset one of them")
          .step(SetupStep.CONNECTION)
          .raise();
    }
    requireAll();
    ConnectionFields fields = ConnectionFields.empty().with(ConnectionField.NAME, NAME);
    for (Map.Entry<ConnectionField, String> entry : VARIABLES.entrySet()) {
      String variable = entry.getValue();
      fields = fields.with(entry.getKey(), environment.get(variable), variable);
    }
    return new UsableConnection(fields.toConnection(), new Credential.Password(password()));
  }

  private void requireAll() {
    List<String> missing = new ArrayList<>();
    VARIABLES.forEach(
        (field, variable) -> {
          if (field != ConnectionField.AUTHENTICATION_ENDPOINT && !isSet(variable)) {
            missing.add(variable);
          }
        });
    if (!isSet(PASSWORD) && !isSet(PASSWORD_FILE)) {
      missing.add(PASSWORD + " (or " + PASSWORD_FILE + ")");
    }
    if (!missing.isEmpty()) {
      String names = String.join(", ", missing);
      throw Problem.of(
              ProblemCode.CONNECTION_INVALID,
              "the service connection in the environment is incomplete: missing " + names)
          .why("Set are " + String.join(", ", variablesThatAreSet()) + ", and all are needed.")
          .fix("set " + names)
          .fix("or unset the others, to use a stored service connection")
          .step(SetupStep.CONNECTION)
          .raise();
    }
  }

  private Secret password() {
    if (isSet(PASSWORD)) {
      return Secret.of(Objects.requireNonNull(environment.get(PASSWORD)));
    }
    String file = Objects.requireNonNull(environment.get(PASSWORD_FILE));
    try {
      return PasswordFile.read(Path.of(file));
    } catch (InvalidPathException e) {
      throw Problem.of(ProblemCode.FILE_NOT_FOUND, "'" + file + "' is not a path of this platform")
          .fix("set " + PASSWORD_FILE + " to the path of the password file")
          .raise(e);
    }
  }

  /** A password of blanks alone is set, and wrong. */
  private boolean isSet(String variable) {
    String value = environment.getOrDefault(variable, "");
    return variable.equals(PASSWORD) ? !value.isEmpty() : !value.isBlank();
  }
}
