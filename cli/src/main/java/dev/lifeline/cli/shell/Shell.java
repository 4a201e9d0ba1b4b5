package dev.lifeline.cli.shell;

import dev.lifeline.core.Administration;
import dev.lifeline.core.AdministrationSettings;
import dev.lifeline.core.Credentials;
import dev.lifeline.core.HubConnections;
import dev.lifeline.core.HubUpkeep;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.connection.ConnectionChoice;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command works with: settings, console, connections, and Lifeline itself. */
public final class Shell {
  private final Host host;
  private final Settings settings;
  private final Console console;

  /**
   * @param options filled in when the command line is parsed, after this is made
   */
  public Shell(Host host, GlobalOptions options) {
    this.host = host;
    this.settings = new Settings(options, host);
    this.console = new Console(host, settings);
  }

  public Host host() {
    return host;
  }

  public Settings settings() {
    return settings;
  }

  public Console console() {
    return console;
  }

  /** The folder of the stored connections. */
  public ConnectionFolder connections() {
    return new ConnectionFolder(settings.home(), host.time(), host.keyStore());
  }

  /** The connection that is meant; a change of its password that was cut off is settled first. */
  public UsableConnection connection() {
    Optional<HubEndpoint> hub = settings.hub();
    if (hub.isPresent()) {
      return ofHub(hub.get());
    }
    UsableConnection chosen =
        new ConnectionChoice(host.environment(), this::connections)
            .choose(settings.namedConnection());
    return chosen.memory().isOfStored() ? new Unfinished(this).settled(chosen) : chosen;
  }

  private UsableConnection ofHub(HubEndpoint hub) {
    String named = settings.namedConnection();
    String name =
        named == null ? host.environment().getOrDefault("LIFELINE_CONNECTION", "") : named;
    return ofHub(hub, settings.hubToken(), name.isBlank() ? null : name);
  }

  /**
   * A connection of a hub.
   *
   * @param name its name or id there; null for the only one
   */
  public UsableConnection ofHub(HubEndpoint hub, Secret token, @Nullable String name) {
    try (HubConnections ofHub = new HubConnections(settings.network(), surroundings(progress()))) {
      return ofHub.open(hub, token, name, connections());
    }
  }

  /** The stored connection of that name; a change of its password is settled first. */
  public UsableConnection open(String name) {
    return new Unfinished(this).settled(connections().open(name));
  }

  /**
   * The connection that is meant, without its secret; empty when none is named and none is there,
   * or one would have to be chosen.
   *
   * @throws dev.lifeline.core.problem.LifelineException CONNECTION_NOT_FOUND for one that is named
   */
  public Optional<ServiceConnection> describedConnection() {
    String named = settings.namedConnection();
    if (named == null) {
      named = host.environment().getOrDefault("LIFELINE_CONNECTION", "");
    }
    if (!named.isBlank()) {
      return Optional.of(connections().get(named).connection());
    }
    List<SavedConnection> all = connections().list();
    return all.stream()
        .filter(saved -> saved.chosen() || all.size() == 1)
        .findFirst()
        .map(SavedConnection::connection);
  }

  /** What changes the secrets of stored connections; whoever asks closes it. */
  public Credentials credentials() {
    return new Credentials(connections(), settings.network(), surroundings(progress()));
  }

  /** Entra ID's registrations, as an administrator sees them; whoever asks closes it. */
  public Administration administration(AdministrationSettings of) {
    return new Administration(of, settings.network(), surroundings(progress()));
  }

  /** What an administrator does to a hub that runs; whoever asks closes it. */
  public HubUpkeep hubUpkeep() {
    return new HubUpkeep(settings.network(), surroundings(Listener.NONE));
  }

  /** A connection in use; whoever asks closes it. */
  public Lifeline lifeline(UsableConnection connection) {
    return new Lifeline(connection, settings.network(), surroundings(progress()));
  }

  /**
   * A connection in use over a network of its own, by a command that tells its story itself;
   * whoever asks closes it.
   */
  public Lifeline quietLifeline(UsableConnection connection, NetworkSettings network) {
    Listener listener = settings.isVerbose() ? progress() : Listener.NONE;
    return new Lifeline(connection, network, surroundings(listener));
  }

  private Surroundings surroundings(Listener listener) {
    return new Surroundings(host.time(), host.random(), host.ids(), listener);
  }

  private Progress progress() {
    return new Progress(console, settings, host.time());
  }

  /**
   * The project that is meant: the one that was named, else the connection's own.
   *
   * @throws dev.lifeline.core.problem.LifelineException PROJECT_MISSING
   */
  public ProjectId project(UsableConnection connection) {
    return projectIfAny(connection)
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.PROJECT_MISSING, "no project id was given")
                    .why(
                        "The connection '"
                            + connection.connection().name()
                            + "' has no default project.")
                    .fix("add --project-id ID, or set LIFELINE_PROJECT_ID")
                    .raise());
  }

  /** The options with which a later command means the same project over the same connection. */
  public String sameAgain(ProjectId project) {
    String named = settings.namedConnection();
    String connection = named == null ? "" : " --connection " + Values.word(named);
    String hub = settings.hub().map(each -> " --hub " + each).orElse("");
    return "--project-id " + project + connection + hub;
  }

  /** As {@link #project}, where a command can do without. */
  public Optional<ProjectId> projectIfAny(UsableConnection connection) {
    return settings
        .project()
        .or(() -> Optional.ofNullable(connection.connection().defaultProject()));
  }
}
