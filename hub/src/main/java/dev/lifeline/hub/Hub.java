package dev.lifeline.hub;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.administration.AuditTrail;
import dev.lifeline.hub.administration.Grants;
import dev.lifeline.hub.administration.Inventory;
import dev.lifeline.hub.administration.Setup;
import dev.lifeline.hub.backup.Upkeep;
import dev.lifeline.hub.broker.Broker;
import dev.lifeline.hub.broker.TokenCounter;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.description.ApiDescription;
import dev.lifeline.hub.discovery.Discovery;
import dev.lifeline.hub.endpoint.EndpointReading;
import dev.lifeline.hub.endpoint.EndpointTypes;
import dev.lifeline.hub.endpoint.EndpointUpdates;
import dev.lifeline.hub.endpoint.NewEndpoints;
import dev.lifeline.hub.endpoint.Sharing;
import dev.lifeline.hub.engine.EngineSettings;
import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.history.Executions;
import dev.lifeline.hub.pipeline.AuthorizedResources;
import dev.lifeline.hub.pipeline.Pipelines;
import dev.lifeline.hub.reminder.Reminders;
import dev.lifeline.hub.role.Roles;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.signin.Welcome;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.Verification;
import dev.lifeline.hub.web.WebServer;
import dev.lifeline.hub.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running hub. Thread-safe; closing it ends it gracefully. */
public final class Hub implements AutoCloseable {
  private final Opened opened;
  private final URI url;
  private final @Nullable String setupPath;

  private Hub(Opened opened, URI url, @Nullable String setupPath) {
    this.opened = opened;
    this.url = url;
    this.setupPath = setupPath;
  }

  /** What the nouns are made of. */
  private record Tools(
      HubSettings settings,
      Surroundings surroundings,
      Database database,
      Keyring keyring,
      Connector connector,
      TokenCounter counter) {}

  /**
   * Starts a hub. It answers requests when this returns.
   *
   * @throws LifelineException HUB_NOT_STARTED, DATABASE_UNUSABLE, HUB_KEY_UNUSABLE
   */
  public static Hub start(HubSettings settings, Surroundings surroundings) {
    return start(settings, surroundings, EngineSettings.DEFAULTS);
  }

  /**
   * As {@link #start(HubSettings, Surroundings)}.
   *
   * @param engine how runs are carried on
   */
  public static Hub start(HubSettings settings, Surroundings surroundings, EngineSettings engine) {
    Opened opened = new Opened();
    try {
      Database database = opened.add(Database.open(settings.database()), Database::close);
      Keyring keyring = Keyring.open(database, settings.masterKey(), surroundings.time());
      AddressGuard guard = new AddressGuard(settings.allowPrivateAddresses());
      Surroundings guarded = surroundings.guardedBy(guard::require);
      LcsTokens tokens = opened.add(new LcsTokens(settings.network(), guarded), LcsTokens::close);
      Health health = new Health(database, surroundings.time(), settings.passwordAge());
      TokenCounter counter = new TokenCounter(tokens);
      Connector connector = new Connector(settings.network(), guarded, guard);
      HubPages pages =
          opened.add(
              new HubPages(database, surroundings.ids(), settings.passwordAge()), HubPages::close);
      HubSignIn signIn =
          opened.add(
              new HubSignIn(settings, surroundings, database, pages.templates()), HubSignIn::close);
      Tools tools = new Tools(settings, surroundings, database, keyring, connector, counter);
      Gate gate = gate(tools, pages, signIn, health);
      health.to(gate);
      HubRuns runs =
          opened.add(
              new HubRuns(
                  settings,
                  engine,
                  surroundings,
                  new HubRuns.Rest(database, keyring, connector, tokens, counter, health),
                  gate),
              HubRuns::close);
      pages.to(gate, runs.requests());
      @Nullable String setup =
          Setup.begin(database, surroundings.random(), surroundings.time())
              .map(code -> "/setup/" + code.reveal())
              .orElse(null);
      WebServer server =
          opened.add(server(settings, surroundings, gate, health, pages), WebServer::close);
      opened
          .add(
              new Reminders(database, surroundings.time(), settings.passwordAge()),
              Reminders::close)
          .begin();
      runs.start();
      return new Hub(opened, address(settings, server), setup);
    } catch (IOException | LifelineException e) {
      opened.close();
      throw e instanceof LifelineException known ? known : notStarted(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return url;
  }

  /** Where the first administrator comes in; empty when somebody is there. Holds a secret. */
  public Optional<URI> administratorUrl() {
    return Optional.ofNullable(setupPath).map(path -> URI.create(url + path));
  }

  /**
   * Takes no new requests and no new jobs, lets those under way end, and closes the database. An
   * interruption, as Ctrl-C is one, does not hurry it.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      opened.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static WebServer server(
      HubSettings settings, Surroundings surroundings, Gate gate, Health health, HubPages pages)
      throws IOException {
    return new WebServer(
        new WebSettings(
            settings.host(),
            settings.port(),
            HubSettings.LARGEST_BODY,
            settings.tls(),
            settings.behindProxy()),
        gate.mounts(),
        surroundings.time(),
        surroundings.ids(),
        health,
        pages.templates());
  }

  private static URI address(HubSettings settings, WebServer server) {
    String scheme = settings.tls() == null ? "http" : "https";
    return URI.create(scheme + "://" + settings.host() + ":" + server.port());
  }

  private static Gate gate(Tools tools, HubPages pages, HubSignIn signIn, Health health) {
    Surroundings surroundings = tools.surroundings();
    Database database = tools.database();
    Keyring keyring = tools.keyring();
    Connector connector = tools.connector();
    TokenCounter counter = tools.counter();
    Gate gate = new Gate(database, surroundings.time());
    Inventory inventory = new Inventory(surroundings.ids());
    Grants grants = new Grants(surroundings.random(), surroundings.ids());
    Setup setup = new Setup(inventory, grants);
    new Discovery().to(gate);
    NewEndpoints creation = new NewEndpoints(connector, keyring, surroundings.ids());
    creation.to(gate);
    new EndpointReading().to(gate);
    EndpointUpdates updates = new EndpointUpdates(database, connector, keyring, counter::prove);
    updates.to(gate);
    new EndpointTypes().to(gate);
    new Sharing().to(gate);
    Verification verification =
        new Verification(connector, keyring, surroundings.ids(), verdicts(tools));
    verification.to(gate);
    new Executions().to(gate);
    new Pipelines().to(gate);
    new AuthorizedResources().to(gate);
    new Roles().to(gate);
    new Broker(database, connector, keyring, counter, tools.settings().passwordAge()).to(gate);
    inventory.to(gate);
    grants.to(gate);
    setup.to(gate);
    new AuditTrail().to(gate);
    new Upkeep(database, keyring).to(gate);
    pages.to(gate, new HubPages.Nouns(creation, updates, verification));
    Welcome welcome = signIn.to(gate, setup);
    pages.to(
        gate,
        new HubPages.Office(inventory, grants, welcome, health),
        surroundings.time().instant());
    new ApiDescription().to(gate);
    return gate;
  }

  private static Verification.Verdicts verdicts(Tools tools) {
    return (connection, problem) -> {
      if (problem == null) {
        tools.counter().forget(connection);
      }
      Instant now = tools.surroundings().time().instant();
      @Nullable String code = problem == null ? null : problem.code().name();
      tools.database().change(tables -> tables.states().verified(connection, now, code));
    };
  }

  private static LifelineException notStarted(Exception cause) {
    return Problem.of(ProblemCode.HUB_NOT_STARTED, "the hub cannot start: " + cause.getMessage())
        .why("Another program listens there, or the address is not one of this machine.")
        .fix("use --port 0 for any free port, or another one")
        .raise(cause);
  }
}
