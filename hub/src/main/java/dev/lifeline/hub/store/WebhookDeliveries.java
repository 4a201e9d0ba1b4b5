package dev.lifeline.hub.store;

import dev.lifeline.hub.model.WebhookDelivery;
import dev.lifeline.hub.model.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What webhooks are told. */
public final class WebhookDeliveries {
  private static final int LONGEST_TEXT = 1024;

  private final Handle handle;

  WebhookDeliveries(Handle handle) {
    this.handle = handle;
  }

  /** Adds one, unless the webhook is told of that event already. */
  public void add(WebhookDelivery delivery) {
    bind(
            handle.createUpdate(
                "insert into webhook_deliveries (id, webhook_id, run_id, event_number, event, body,"
                    + " created, state, attempts, last_sent, next_attempt, status, answer) values"
                    + " (:id, :webhook, :run, :number, :event, :body, :created, :state,"
                    + " :attempts, :lastSent, :next, :status, :answer) on conflict do nothing"),
            delivery)
        .bind("webhook", delivery.webhook())
        .bind("run", Rows.maybe(delivery.run()))
        .bind("number", delivery.number())
        .bind("event", delivery.event().id())
        .bind("body", delivery.body())
        .bind("created", delivery.created())
        .execute();
  }

  /** Writes down what came of one. */
  public void update(WebhookDelivery delivery) {
    bind(
            handle.createUpdate(
                "update webhook_deliveries set state = :state, attempts = :attempts,"
                    + " last_sent = :lastSent, next_attempt = :next, status = :status,"
                    + " answer = :answer where id = :id"),
            delivery)
        .execute();
  }

  /** What a webhook has to be told next of a run. */
  public Optional<WebhookDelivery> next(UUID webhook, UUID run) {
    return handle
        .createQuery(
            "select * from webhook_deliveries where webhook_id = :webhook and run_id = :run"
                + " and state = 'waiting' order by event_number fetch first 1 rows only")
        .bind("webhook", webhook)
        .bind("run", run)
        .map((row, context) -> delivery(row))
        .findOne();
  }

  /** What a webhook was told, the newest first. */
  public List<WebhookDelivery> of(UUID webhook, int most) {
    return handle
        .createQuery(
            "select * from webhook_deliveries where webhook_id = :webhook"
                + " order by position desc fetch first :most rows only")
        .bind("webhook", webhook)
        .bind("most", most)
        .map((row, context) -> delivery(row))
        .list();
  }

  /** Forgets what was settled before that. */
  public void forgetBefore(Instant time) {
    handle
        .createUpdate("delete from webhook_deliveries where created < :time and state <> 'waiting'")
        .bind("time", time)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, WebhookDelivery delivery) {
    WebhookDelivery.Last last = delivery.last();
    String text = last.text();
    return statement
        .bind("id", delivery.id())
        .bind("state", delivery.state().id())
        .bind("attempts", delivery.attempts())
        .bind("lastSent", last.at())
        .bind("next", last.next())
        .bind("status", last.status())
        .bind(
            "answer",
            text == null ? null : text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
  }

  private static WebhookDelivery delivery(ResultSet row) throws SQLException {
    return new WebhookDelivery(
        Rows.id(row, "id"),
        Rows.id(row, "webhook_id"),
        Rows.idOrNull(row, "run_id"),
        row.getObject("event_number", Long.class),
        WebhookEvent.withId(Rows.text(row, "event")).orElseThrow(),
        Rows.text(row, "body"),
        Rows.time(row, "created"),
        state(Rows.text(row, "state")),
        row.getInt("attempts"),
        new WebhookDelivery.Last(
            Rows.timeOrNull(row, "last_sent"),
            Rows.timeOrNull(row, "next_attempt"),
            row.getObject("status", Integer.class),
            row.getString("answer")));
  }

  private static WebhookDelivery.State state(String id) {
    for (WebhookDelivery.State state : WebhookDelivery.State.values()) {
      if (state.id().equals(id)) {
        return state;
      }
    }
    throw new IllegalStateException(id);
  }
}
