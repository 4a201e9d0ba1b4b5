package dev.lifeline.cli.shell;

import dev.lifeline.core.HubVariables;
import dev.lifeline.core.connection.PlatformFolders;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in force: the option, else the environment variable, else the default. */
public final class Settings {
  private final GlobalOptions options;
  private final Host host;

  Settings(GlobalOptions options, Host host) {
    this.options = options;
    this.host = host;
  }

  /** The service connection that was named on the command line. */
  public @Nullable String namedConnection() {
    return options.connection;
  }

  /** The hub whose connections are used; empty for those of this machine. */
  public Optional<HubEndpoint> hub() {
    return Optional.ofNullable(first(options.hub, "LIFELINE_HUB"))
        .map(text -> Values.read("hub's address", text, HubEndpoint::of));
  }

  /**
   * The access token for the hub.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG when there is none
   */
  public Secret hubToken() {
    return new HubVariables(host.environment()).token();
  }

  /** The access token for a hub that the environment has; empty when it has none. */
  public Optional<Secret> hubTokenIfAny() {
    return new HubVariables(host.environment()).tokenIfAny();
  }

  /** The project that was named. */
  public Optional<ProjectId> project() {
    String text = first(options.projectId, "LIFELINE_PROJECT_ID");
    return text == null
        ? Optional.empty()
        : Optional.of(Values.read("project id", text, ProjectId::of));
  }

  /** Whether the result is one JSON document. */
  public boolean isJson() {
    return Format.of(output()).filter(format -> format == Format.JSON).isPresent();
  }

  /**
   * Refuses an output format that does not exist, before a command does anything.
   *
   * @throws dev.lifeline.core.problem.LifelineException USAGE_WRONG
   */
  public void requireKnownOutput() {
    if (Format.of(output()).isEmpty()) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "no output format is called '" + output() + "'")
          .fix("use --output text or --output json, or set LIFELINE_OUTPUT to one of them")
          .raise();
    }
  }

  boolean isQuiet() {
    return options.quiet;
  }

  boolean isVerbose() {
    return options.verbose;
  }

  /** Whether progress is drawn as a live line. */
  boolean drawsProgress() {
    return !options.noProgress && !isSet("CI") && host.canRedraw() && !isQuiet();
  }

  boolean hasColor() {
    return !options.noColor && !isSet("NO_COLOR") && !isSet("CI") && host.canRedraw();
  }

  /** The folder of the connections. */
  public Path home() {
    String chosen = first(options.home, "LIFELINE_HOME");
    return chosen == null
        ? new PlatformFolders(host.operatingSystem(), host.environment(), host.home())
            .lifelineHome()
        : Values.read("home folder", chosen, Path::of);
  }

  /** How the network is reached. */
  public NetworkSettings network() {
    String ca = first(options.caCertificate, "LIFELINE_CA_CERTIFICATE");
    String proxy = first(first(options.proxy, "HTTPS_PROXY"), "https_proxy");
    String direct = first(first(null, "NO_PROXY"), "no_proxy");
    return new NetworkSettings(
        ca == null ? null : Values.read("CA certificate file", ca, Path::of),
        proxy == null ? null : Values.read("proxy", proxy, Proxy::of),
        direct == null ? List.of() : List.of(direct.split(",", -1)));
  }

  private String output() {
    String text = first(options.output, "LIFELINE_OUTPUT");
    return text == null ? Format.TEXT.name() : text;
  }

  private boolean isSet(String variable) {
    return !host.environment().getOrDefault(variable, "").isEmpty();
  }

  private @Nullable String first(@Nullable String option, String variable) {
    Map<String, String> environment = host.environment();
    String value = option == null ? environment.get(variable) : option;
    return value == null || value.isEmpty() ? null : value;
  }
}
