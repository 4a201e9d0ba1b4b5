package dev.lifeline.hub;

import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.administration.Grants;
import dev.lifeline.hub.administration.Inventory;
import dev.lifeline.hub.assistant.TaskAssistant;
import dev.lifeline.hub.connection.ConnectionDialog;
import dev.lifeline.hub.connection.ConnectionList;
import dev.lifeline.hub.connection.ConnectionPages;
import dev.lifeline.hub.connection.Proving;
import dev.lifeline.hub.connection.Saving;
import dev.lifeline.hub.connection.SecurityPage;
import dev.lifeline.hub.console.AuditPage;
import dev.lifeline.hub.console.HealthPage;
import dev.lifeline.hub.console.KeysPage;
import dev.lifeline.hub.console.PeoplePages;
import dev.lifeline.hub.console.TokenPages;
import dev.lifeline.hub.endpoint.EndpointUpdates;
import dev.lifeline.hub.endpoint.NewEndpoints;
import dev.lifeline.hub.guide.GuidePage;
import dev.lifeline.hub.health.Health;
import dev.lifeline.hub.home.HomePages;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.runpage.RunList;
import dev.lifeline.hub.runpage.RunPages;
import dev.lifeline.hub.signin.Welcome;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.verification.LiveVerifications;
import dev.lifeline.hub.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** The web pages of a hub, put together. Closing them ends what runs for them. */
final class HubPages implements AutoCloseable {
  private final TemplatedPages templates = new TemplatedPages();
  private final Database database;
  private final LiveVerifications live;
  private final Supplier<UUID> ids;
  private final Duration passwordAge;

  HubPages(Database database, Supplier<UUID> ids, Duration passwordAge) {
    this.ids = ids;
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
    new GuidePage(templates).to(gate);
  }

  /** What administrators, and people for themselves, work with. */
  record Office(Inventory inventory, Grants grants, Welcome welcome, Health health) {}

  /** Adds the routes of the administration. */
  void to(Gate gate, Office office, Instant started) {
    new PeoplePages(templates, office.inventory(), office.welcome()).to(gate);
    new TokenPages(templates, office.grants()).to(gate);
    new AuditPage(templates).to(gate);
    new KeysPage(templates).to(gate);
    new HealthPage(templates, office.health(), started).to(gate);
  }

  /** Adds the routes of runs, and of the task assistant, which can start some. */
  void to(Gate gate, RunRequests runs) {
    new TaskAssistant(templates, runs, ids).to(gate);
    new RunList(templates).to(gate);
    new RunPages(templates, runs, ids).to(gate);
  }

  @Override
  public void close() {
    live.close();
  }
}
