package dev.lifeline.hub;

import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.Surroundings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.administration.AuditTrail;
import dev.lifeline.hub.administration.Setup;
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
import dev.lifeline.hub.role.Roles;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.Verification;
import dev.lifeline.hub.web.WebServer;
import dev.lifeline.hub.web.WebSettings;
import java.io.IOException;
import java.net.URI;
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
      LcsTokens tokens =
          opened.add(new LcsTokens(settings.network(), surroundings), LcsTokens::close);
      Health health = new Health(database);
      TokenCounter counter = new TokenCounter(tokens);
      Connector connector =
          new Connector(
              settings.network(), surroundings, new AddressGuard(settings.allowPrivateAddresses()));
      HubPages pages = opened.add(new HubPages(database, surroundings.ids()), HubPages::close);
      Gate gate = gate(surroundings, database, keyring, connector, counter, pages);
      opened
          .add(new HubSignIn(settings, surroundings, database, pages.templates()), HubSignIn::close)
          .to(gate);
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
      @Nullable String setup =
          Setup.begin(database, surroundings.random(), surroundings.time())
              .map(code -> "/setup/" + code.reveal())
              .orElse(null);
      WebServer server =
          opened.add(
              new WebServer(
                  new WebSettings(
                      settings.host(),
                      settings.port(),
                      HubSettings.LARGEST_BODY,
                      settings.behindProxy()),
                  gate.mounts(),
                  surroundings.time(),
                  surroundings.ids(),
                  health,
                  pages.templates()),
              WebServer::close);
      runs.start();
      return new Hub(opened, URI.create("http://" + settings.host() + ":" + server.port()), setup);
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

  private static Gate gate(
      Surroundings surroundings,
      Database database,
      Keyring keyring,
      Connector connector,
      TokenCounter counter,
      HubPages pages) {
    Gate gate = new Gate(database, surroundings.time());
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
    new AuditTrail().to(gate);
    pages.to(gate, new HubPages.Nouns(creation, updates, verification));
    new ApiDescription().to(gate);
    return gate;
  }

  private static LifelineException notStarted(Exception cause) {
    return Problem.of(ProblemCode.HUB_NOT_STARTED, "the hub cannot start: " + cause.getMessage())
        .why("Another program listens there, or the address is not one of this machine.")
        .fix("use --port 0 for any free port, or another one")
        .raise(cause);
  }
}
