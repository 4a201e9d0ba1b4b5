package dev.lifeline.hub;

import dev.lifeline.core.JsonPosts;
import dev.lifeline.core.LcsOperations;
import dev.lifeline.core.LcsTokens;
import dev.lifeline.core.Surroundings;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.broker.TokenCounter;
import dev.lifeline.hub.callback.Callbacks;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.engine.Engine;
import dev.lifeline.hub.engine.EngineSettings;
import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.run.RunReading;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.webhook.Announcements;

/** All that carries runs on and tells of them, put together. */
final class HubRuns implements AutoCloseable {
  private final Agenda agenda;
  private final JsonPosts posts;
  private final RunRequests requests;

  /** What the rest of the hub has. */
  record Rest(
      Database database,
      Keyring keyring,
      Connector connector,
      LcsTokens tokens,
      TokenCounter counter,
      Health health) {}

  /** Adds its routes; begins to work with {@link #start}. */
  HubRuns(
      HubSettings settings,
      EngineSettings engineSettings,
      Surroundings surroundings,
      Rest rest,
      Gate gate) {
    this.agenda = new Agenda(rest.database(), engineSettings.pace(), surroundings.time());
    this.posts = new JsonPosts(settings.network(), surroundings);
    AddressGuard guard = new AddressGuard(settings.allowPrivateAddresses());
    Callbacks callbacks =
        new Callbacks(rest.database(), rest.keyring(), posts, guard, agenda, surroundings.time());
    Engine engine =
        new Engine(
            new Engine.Equipment(
                rest.database(),
                rest.keyring(),
                rest.connector(),
                (connection, usable) -> rest.counter().of(connection, () -> usable),
                new LcsOperations(rest.tokens()),
                surroundings.time(),
                surroundings.random(),
                callbacks::wake),
            agenda,
            engineSettings);
    rest.health()
        .counts("lifeline.hub.looks", "looks at operations in LCS", () -> engine.counts().looks());
    rest.health()
        .counts(
            "lifeline.hub.looks.spared",
            "looks that were spared because runs share them",
            () -> engine.counts().spared());
    this.requests = new RunRequests(surroundings.ids(), engine::put, callbacks::add);
    requests.to(gate);
    new RunReading(rest.database()).to(gate);
    Announcements announcements =
        new Announcements(
            new Announcements.Equipment(
                rest.database(), rest.keyring(), guard, posts, surroundings));
    announcements.to(gate);
    announcements.to(agenda);
  }

  /** Through which runs are asked for. */
  RunRequests requests() {
    return requests;
  }

  void start() {
    agenda.start();
  }

  /** Takes no new jobs, and lets those that go on end. */
  @Override
  public void close() {
    agenda.close();
    posts.close();
  }
}
