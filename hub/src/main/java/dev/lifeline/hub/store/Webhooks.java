package dev.lifeline.hub.store;

import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookEvent;
import dev.lifeline.hub.model.WebhookFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who wants to hear of runs, and up to which event everybody was told. */
public final class Webhooks {
  private final Handle handle;

  Webhooks(Handle handle) {
    this.handle = handle;
  }

  /** Adds one. */
  public void add(Webhook webhook) {
    bind(
            handle.createUpdate(
                "insert into webhooks (id, project_id, address, events, format, enabled,"
                    + " created_by, created, rotated) values (:id, :project, :address, :events,"
                    + " :format, :enabled, :createdBy, :created, :rotated)"),
            webhook)
        .bind("project", Rows.maybe(webhook.project()))
        .bind("createdBy", webhook.created().by())
        .bind("created", webhook.created().at())
        .execute();
  }

  /** Replaces what can be changed of one. */
  public void replace(Webhook webhook) {
    bind(
            handle.createUpdate(
                "update webhooks set address = :address, events = :events, format = :format,"
                    + " enabled = :enabled, rotated = :rotated where id = :id"),
            webhook)
        .execute();
  }

  /** Removes one with what it was told. */
  public void delete(UUID id) {
    handle.createUpdate("delete from webhooks where id = :id").bind("id", id).execute();
  }

  /** The one of that id. */
  public Optional<Webhook> get(UUID id) {
    return handle
        .createQuery("select * from webhooks where id = :id")
        .bind("id", id)
        .map((row, context) -> webhook(row))
        .findOne();
  }

  /** All of them, the oldest first. */
  public List<Webhook> list() {
    return handle
        .createQuery("select * from webhooks order by created, id")
        .map((row, context) -> webhook(row))
        .list();
  }

  /** The number of the last event that everybody was told of; nobody else tells meanwhile. */
  public long lockCursor() {
    return handle
        .createQuery("select event from webhook_cursor where name = 'run_events' for update")
        .mapTo(Long.class)
        .one();
  }

  /** Everybody was told up to that event. */
  public void moveCursor(long event) {
    handle
        .createUpdate("update webhook_cursor set event = :event where name = 'run_events'")
        .bind("event", event)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Webhook webhook) {
    return statement
        .bind("id", webhook.id())
        .bind("address", webhook.address())
        .bind("events", WebhookEvent.join(webhook.events()))
        .bind("format", webhook.format().id())
        .bind("enabled", webhook.enabled())
        .bind("rotated", webhook.rotated());
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        Rows.id(row, "id"),
        Rows.idOrNull(row, "project_id"),
        Rows.text(row, "address"),
        WebhookEvent.split(Rows.text(row, "events")),
        WebhookFormat.withId(Rows.text(row, "format")).orElse(WebhookFormat.JSON),
        row.getBoolean("enabled"),
        Rows.mark(row, "created_by", "created"),
        Rows.timeOrNull(row, "rotated"));
  }
}
