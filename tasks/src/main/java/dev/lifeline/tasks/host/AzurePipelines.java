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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Azure Pipelines (Azure Pipelines tasks: what a handler sees). */
final class AzurePipelines implements Host {
  private final TaskProcess process;
  private final Variables variables;
  private final AzureLog log;

  AzurePipelines(TaskProcess process) {
    this.process = process;
    this.variables = new Variables(process.environment());
    boolean percents =
        variables
            .text("DECODE_PERCENTS")
            .map(value -> !value.equalsIgnoreCase("false"))
            .orElse(true);
    this.log = new AzureLog(new Lines(process.out()), percents, process.ids());
  }

  @Override
  public String title() {
    return "Azure Pipelines";
  }

  @Override
  public Optional<String> given(Input input) {
    return variables.input(input.name());
  }

  /** The agent makes an empty path the folder of the repository, or of the job. */
  @Override
  public boolean isEmptyPath(String path) {
    return Stream.of(
            "BUILD_SOURCESDIRECTORY",
            "BUILD_REPOSITORY_LOCALPATH",
            "SYSTEM_DEFAULTWORKINGDIRECTORY")
        .flatMap(name -> variables.text(name).stream())
        .anyMatch(folder -> isSame(folder, path));
  }

  private static boolean isSame(String folder, String path) {
    return Path.of(folder).normalize().equals(Path.of(path).normalize());
  }

  /** A script step has variables instead, and so has a pipeline that uses a hub. */
  @Override
  public boolean needsConnectionInput() {
    return variables.text("LIFELINE_USERNAME").isEmpty()
        && variables.text("LIFELINE_HUB").isEmpty();
  }

  @Override
  public UsableConnection connection(@Nullable String named) {
    if (named != null) {
      return new AzureConnection(variables, log, named.strip()).read();
    }
    return EnvironmentConnection.from(variables.all())
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.CONNECTION_MISSING, "no service connection was given")
                    .why("Lifeline has to know where to sign in and as whom.")
                    .fix("name a service connection in the input serviceConnectionName")
                    .fix("in a script step, set LIFELINE_USERNAME, LIFELINE_PASSWORD and their kin")
                    .step(SetupStep.CONNECTION)
                    .raise());
  }

  @Override
  public Origin origin() {
    return Origin.SERVICE_ENDPOINT;
  }

  @Override
  public NetworkSettings network() {
    return new AzureNetwork(variables).settings();
  }

  /** A release has a name; a build has its pipeline's and a number. */
  @Override
  public Optional<String> runName() {
    return variables
        .text("RELEASE_RELEASENAME")
        .or(() -> variables.pair("BUILD_DEFINITIONNAME", "BUILD_BUILDNUMBER"))
        .or(() -> variables.text("BUILD_BUILDNUMBER"));
  }

  @Override
  public Path downloads() {
    return variables
        .text("BUILD_ARTIFACTSTAGINGDIRECTORY")
        .or(() -> variables.text("SYSTEM_ARTIFACTSDIRECTORY"))
        .or(() -> variables.text("SYSTEM_DEFAULTWORKINGDIRECTORY"))
        .map(Path::of)
        .orElse(process.workingFolder());
  }

  @Override
  public Path temporary() {
    return variables.text("AGENT_TEMPDIRECTORY").map(Path::of).orElse(process.workingFolder());
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public Results results() {
    return new AzureResults(log, new SummaryFiles(temporary(), process.ids()));
  }
}
