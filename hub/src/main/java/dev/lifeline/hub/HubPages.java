package dev.lifeline.hub;

import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.connection.ConnectionDialog;
import dev.lifeline.hub.connection.ConnectionList;
import dev.lifeline.hub.connection.ConnectionPages;
import dev.lifeline.hub.connection.Proving;
import dev.lifeline.hub.connection.Saving;
import dev.lifeline.hub.connection.SecurityPage;
import dev.lifeline.hub.endpoint.EndpointUpdates;
import dev.lifeline.hub.endpoint.NewEndpoints;
import dev.lifeline.hub.home.HomePages;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.runpage.RunList;
import dev.lifeline.hub.runpage.RunPages;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.LiveVerifications;
import dev.lifeline.hub.verification.Verification;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** The web pages of a hub, put together. Closing them ends what runs for them. */
final class HubPages implements AutoCloseable {
  private final TemplatedPages templates = new TemplatedPages();
  private final Database database;
  private final LiveVerifications live;
  private final Duration passwordAge;

  HubPages(Database database, Supplier<UUID> ids, Duration passwordAge) {
    this.database = database;
    this.passwordAge = passwordAge;
    this.live = new LiveVerifications(database, ids);
  }

  /** The nouns of the REST API through which pages change something. */
  record Nouns(NewEndpoints creation, EndpointUpdates updates, Verification verification) {}

  /** How pages look. */
  TemplatedPages templates() {
    return templates;
  }

  /** Adds their routes. */
  void to(Gate gate, Nouns nouns) {
    Saving saving = new Saving(nouns.creation(), nouns.updates());
    Proving proving = new Proving(templates, database, nouns.verification(), live, saving);
    templates.to(gate);
    new HomePages(templates).to(gate);
    new ConnectionList(templates).to(gate);
    new ConnectionDialog(templates, saving, proving).to(gate);
    proving.to(gate);
    new ConnectionPages(templates, passwordAge).to(gate);
    new SecurityPage(templates).to(gate);
  }

  /** Adds the routes of the pages of runs. */
  void runsTo(Gate gate, RunRequests requests, Supplier<UUID> ids) {
    new RunList(templates).to(gate);
    new RunPages(templates, requests, ids).to(gate);
  }

  @Override
  public void close() {
    live.close();
  }
}
