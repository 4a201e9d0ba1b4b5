package dev.lifeline.hub;

import dev.lifeline.core.LcsOperations;
import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.SignedIn;
import dev.lifeline.hub.administration.AuditTrail;
import dev.lifeline.hub.administration.Grants;
import dev.lifeline.hub.administration.Inventory;
import dev.lifeline.hub.administration.Setup;
import dev.lifeline.hub.administration.SetupPage;
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
import dev.lifeline.hub.engine.Engine;
import dev.lifeline.hub.engine.EngineSettings;
import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.history.Executions;
import dev.lifeline.hub.password.Passwords;
import dev.lifeline.hub.pipeline.AuthorizedResources;
import dev.lifeline.hub.pipeline.Pipelines;
import dev.lifeline.hub.role.Roles;
import dev.lifeline.hub.run.RunReading;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.signin.OwnPassword;
import dev.lifeline.hub.signin.OwnSessions;
import dev.lifeline.hub.signin.SignIn;
import dev.lifeline.hub.signin.Welcome;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.Verification;
import dev.lifeline.hub.web.Pages;
import dev.lifeline.hub.web.WebServer;
import dev.lifeline.hub.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running hub. Thread-safe; closing it ends it gracefully. */
public final class Hub implements AutoCloseable {
  private final Database database;
  private final LcsTokens tokens;
  private final Agenda agenda;
  private final WebServer server;
  private final HubPages pages;
  private final String host;
  private final @Nullable String setupPath;

  private Hub(
      Database database,
      LcsTokens tokens,
      Agenda agenda,
      WebServer server,
      HubPages pages,
      String host,
      @Nullable String setupPath) {
    this.database = database;
    this.tokens = tokens;
    this.agenda = agenda;
    this.server = server;
    this.pages = pages;
    this.host = host;
    this.setupPath = setupPath;
  }

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
    Database database = Database.open(settings.database());
    LcsTokens tokens = null;
    try {
      Keyring keyring = Keyring.open(database, settings.masterKey(), surroundings.time());
      tokens = new LcsTokens(settings.network(), surroundings);
      Health health = new Health(database);
      TokenCounter counter = new TokenCounter(tokens);
      Connector connector =
          new Connector(
              settings.network(), surroundings, new AddressGuard(settings.allowPrivateAddresses()));
      HubPages pages = new HubPages(database, surroundings.ids());
      Gate gate = gate(surroundings, database, keyring, connector, counter, pages, health);
      health.to(gate);
      Agenda agenda = new Agenda(database, engine.pace(), surroundings.time());
      Engine runs =
          new Engine(
              new Engine.Equipment(
                  database,
                  keyring,
                  connector,
                  (connection, usable) -> counter.of(connection, () -> usable),
                  new LcsOperations(tokens),
                  surroundings.time(),
                  surroundings.random()),
              agenda,
              engine);
      RunRequests requests = new RunRequests(surroundings.ids(), runs::put);
      requests.to(gate);
      pages.to(gate, requests);
      @Nullable String setup =
          Setup.begin(database, surroundings.random(), surroundings.time())
              .map(code -> "/setup/" + code.reveal())
              .orElse(null);
      WebServer server =
          new WebServer(
              new WebSettings(settings.host(), settings.port(), HubSettings.LARGEST_BODY),
              gate.mounts(),
              surroundings.time(),
              surroundings.ids(),
              health,
              pages.templates());
      agenda.start();
      return new Hub(database, tokens, agenda, server, pages, settings.host(), setup);
    } catch (IOException | LifelineException e) {
      if (tokens != null) {
        tokens.close();
      }
      database.close();
      throw e instanceof LifelineException known ? known : notStarted(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://" + host + ":" + server.port());
  }

  /** Where the first administrator comes in; empty when somebody is there. Holds a secret. */
  public Optional<URI> administratorUrl() {
    return Optional.ofNullable(setupPath).map(path -> URI.create(url() + path));
  }

  /**
   * Takes no new requests and no new jobs, lets those under way end, and closes the database. An
   * interruption, as Ctrl-C is one, does not hurry it.
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      server.close();
      pages.close();
      agenda.close();
      tokens.close();
      database.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Gate gate(
      Surroundings surroundings,
      Database database,
      Keyring keyring,
      Connector connector,
      TokenCounter counter,
      HubPages pages,
      Health health) {
    Gate gate = new Gate(database, surroundings.time());
    Inventory inventory = new Inventory(surroundings.ids());
    Grants grants = new Grants(surroundings.random(), surroundings.ids());
    Setup setup = new Setup(inventory, grants);
    new Discovery().to(gate);
    NewEndpoints creation = new NewEndpoints(connector, keyring, surroundings.ids());
    creation.to(gate);
    new EndpointReading().to(gate);
    EndpointUpdates updates = new EndpointUpdates(connector, keyring);
    updates.to(gate);
    new EndpointTypes().to(gate);
    new Sharing().to(gate);
    Verification verification =
        new Verification(connector, keyring, surroundings.ids(), counter::forget);
    verification.to(gate);
    new Executions().to(gate);
    new Pipelines().to(gate);
    new AuthorizedResources().to(gate);
    new Roles().to(gate);
    new Broker(database, connector, keyring, counter).to(gate);
    inventory.to(gate);
    grants.to(gate);
    setup.to(gate);
    new AuditTrail().to(gate);
    new RunReading().to(gate);
    pages.to(gate, new HubPages.Nouns(creation, updates, verification));
    Welcome welcome = signIn(gate, surroundings, database, setup, pages.templates());
    pages.to(
        gate,
        new HubPages.Office(inventory, grants, welcome, health),
        surroundings.time().instant());
    new ApiDescription().to(gate);
    return gate;
  }

  private static Welcome signIn(
      Gate gate, Surroundings surroundings, Database database, Setup setup, Pages pages) {
    Passwords passwords = new Passwords(surroundings.random());
    SignedIn signedIn = new SignedIn(surroundings.random(), surroundings.ids());
    new SignIn(database, passwords, signedIn, pages).to(gate);
    new OwnPassword(database, passwords, signedIn, pages).to(gate);
    Welcome welcome = new Welcome(database, passwords, signedIn, pages, surroundings.random());
    welcome.to(gate);
    new OwnSessions().to(gate);
    new SetupPage(setup, passwords, signedIn, pages).to(gate);
    return welcome;
  }

  private static LifelineException notStarted(Exception cause) {
    return Problem.of(ProblemCode.HUB_NOT_STARTED, "the hub cannot start: " + cause.getMessage())
        .why("Another program listens there, or the address is not one of this machine.")
        .fix("use --port 0 for any free port, or another one")
        .raise(cause);
  }
}
