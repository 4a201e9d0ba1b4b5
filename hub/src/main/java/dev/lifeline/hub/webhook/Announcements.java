package dev.lifeline.hub.webhook;

import dev.lifeline.core.JsonPosts;
import dev.lifeline.core.Surroundings;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.connector.AddressGuard;
import dev.lifeline.hub.schedule.Agenda;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;

/** All of webhooks: their API, and the jobs that tell them of runs. Thread-safe. */
public final class Announcements {
  private final Equipment equipment;
  private final Courier courier;

  /** What it works with. */
  public record Equipment(
      Database database,
      Keyring keyring,
      AddressGuard guard,
      JsonPosts posts,
      Surroundings surroundings) {}

  /** Sends nothing yet. */
  public Announcements(Equipment equipment) {
    Surroundings surroundings = equipment.surroundings();
    this.equipment = equipment;
    this.courier =
        new Courier(
            equipment.keyring(),
            equipment.posts(),
            equipment.guard(),
            surroundings.time(),
            surroundings.random());
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    new WebhookRequests(
            equipment.database(),
            equipment.keyring(),
            courier,
            equipment.guard(),
            equipment.surroundings().random(),
            equipment.surroundings().ids())
        .to(gate);
  }

  /** Adds its jobs, before the agenda begins. */
  public void to(Agenda agenda) {
    Surroundings surroundings = equipment.surroundings();
    Announcing announcing =
        new Announcing(equipment.database(), agenda, surroundings.time(), surroundings.ids());
    agenda
        .on(Announcing.KIND, announcing)
        .on(Telling.KIND, new Telling(equipment.database(), courier, surroundings.time()));
    equipment
        .database()
        .change(
            tables ->
                agenda.put(tables, Announcing.KIND, Announcing.ID, surroundings.time().instant()));
  }
}
