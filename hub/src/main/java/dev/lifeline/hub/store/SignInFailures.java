package dev.lifeline.hub.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** How often signing in has failed lately, for whom and from where; both as hashes. */
public final class SignInFailures {
  /** A count without anything new for that long is forgotten. */
  public static final Duration MEMORY = Duration.ofHours(1);

  private final Handle handle;

  SignInFailures(Handle handle) {
    this.handle = handle;
  }

  /** A count, and when it grew. */
  public record Count(int failures, Instant latest) {}

  /** Forgets what is old. */
  public void sweep(Instant now) {
    handle
        .createUpdate("delete from sign_in_failures where latest < :oldest")
        .bind("oldest", now.minus(MEMORY))
        .execute();
  }

  /** The count of a subject, which nobody else changes until the transaction ends. */
  public Count lock(String subject, Instant now) {
    handle
        .createUpdate(
            "insert into sign_in_failures (subject, failures, latest) values (:subject, 0, :now)"
                + " on conflict do nothing")
        .bind("subject", subject)
        .bind("now", now)
        .execute();
    return handle
        .createQuery(
            "select failures, latest from sign_in_failures where subject = :subject for update")
        .bind("subject", subject)
        .map((row, context) -> new Count(row.getInt("failures"), Rows.time(row, "latest")))
        .one();
  }

  /** Counts one more for a subject that is locked. */
  public void add(String subject, Instant now) {
    handle
        .createUpdate(
            "update sign_in_failures set failures = failures + 1, latest = :now"
                + " where subject = :subject")
        .bind("subject", subject)
        .bind("now", now)
        .execute();
  }

  /** Counts one less: it was none. */
  public void takeBack(String subject) {
    handle
        .createUpdate(
            "update sign_in_failures set failures = failures - 1"
                + " where subject = :subject and failures > 0")
        .bind("subject", subject)
        .execute();
  }

  /** Forgets a subject's. */
  public void forget(String subject) {
    handle
        .createUpdate("delete from sign_in_failures where subject = :subject")
        .bind("subject", subject)
        .execute();
  }
}
