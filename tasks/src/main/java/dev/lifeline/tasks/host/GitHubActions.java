package dev.lifeline.tasks.host;

import dev.lifeline.core.connection.EnvironmentConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.tasks.definition.Input;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitHub Actions; the connection comes from inputs of the action, or from variables. */
final class GitHubActions implements Host {
  private static final Map<String, String> CONNECTION_INPUTS =
      Map.of(
          "authenticationEndpoint", "LIFELINE_AUTHENTICATION_ENDPOINT",
          "apiEndpoint", "LIFELINE_API_ENDPOINT",
          "username", "LIFELINE_USERNAME",
          "password", "LIFELINE_PASSWORD",
          "clientId", "LIFELINE_CLIENT_ID");

  private final TaskProcess process;
  private final Variables variables;
  private final Lines lines;
  private final GitHubLog log;

  GitHubActions(TaskProcess process) {
    this.process = process;
    this.variables = new Variables(process.environment());
    this.lines = new Lines(process.out());
    this.log = new GitHubLog(lines);
  }

  @Override
  public String title() {
    return "GitHub Actions";
  }

  @Override
  public Optional<String> given(Input input) {
    return variables.input(input.name());
  }

  @Override
  public boolean isEmptyPath(String path) {
    return false;
  }

  @Override
  public boolean needsConnectionInput() {
    return false;
  }

  @Override
  public UsableConnection connection(@Nullable String named) {
    Map<String, String> environment = new HashMap<>(variables.all());
    CONNECTION_INPUTS.forEach(
        (input, variable) ->
            variables.input(input).ifPresent(value -> environment.put(variable, value)));
    UsableConnection connection =
        EnvironmentConnection.from(environment)
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.CONNECTION_MISSING, "no service connection was given")
                        .why("Lifeline has to know where to sign in and as whom.")
                        .fix("give the action the inputs username, password, clientId, apiEndpoint")
                        .fix("or set LIFELINE_USERNAME, LIFELINE_PASSWORD and their kin in env")
                        .step(SetupStep.CONNECTION)
                        .raise());
    log.mask(connection.credential().secret());
    return connection;
  }

  @Override
  public Origin origin() {
    return Origin.ENVIRONMENT;
  }

  @Override
  public NetworkSettings network() {
    return Network.of(variables);
  }

  @Override
  public Optional<String> runName() {
    return variables.pair("GITHUB_WORKFLOW", "GITHUB_RUN_NUMBER");
  }

  @Override
  public Path downloads() {
    return variables.text("GITHUB_WORKSPACE").map(Path::of).orElse(process.workingFolder());
  }

  @Override
  public Path temporary() {
    return variables.text("RUNNER_TEMP").map(Path::of).orElse(process.workingFolder());
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public Results results() {
    return new GitHubResults(variables, lines, process.ids());
  }
}
