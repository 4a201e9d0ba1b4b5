package dev.lifeline.hub.reminder;

import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.PasswordReminder;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for passwords that are older than they should be: once an hour, and reminds of each once a
 * week until it is replaced. Of several nodes on a database, one reminds. Thread-safe.
 */
public final class Reminders implements AutoCloseable {
  /** How long until the next reminder of the same password. */
  static final Duration AGAIN = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
  private static final Duration LOOK = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;
  private final Duration age;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Reminders::daemon);

  /**
   * Looks at nothing yet.
   *
   * @param age from which on a password is old
   */
  public Reminders(Database database, InstantSource clock, Duration age) {
    this.database = database;
    this.clock = clock;
    this.age = age;
  }

  /** Looks now, and from now on every hour. */
  public void begin() {
    var unused =
        thread.scheduleWithFixedDelay(this::lookOrTell, 0, LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Reminds of every old password whose reminder is due, and says which those were. */
  List<PasswordReminder> look() {
    Instant now = clock.instant();
    List<PasswordReminder> due = database.inTransaction(tables -> due(tables, now));
    for (PasswordReminder each : due) {
      long days = Duration.between(each.since(), now).toDays();
      LOG.warn("the password of the connection {} is {} days old", each.connection(), days);
    }
    return due;
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** What fails once, such as a database that is restarted, is tried again. */
  private void lookOrTell() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.warn("old passwords could not be looked for: {}", e.getClass().getName());
    }
  }

  private List<PasswordReminder> due(Tables tables, Instant now) {
    List<PasswordReminder> due = new ArrayList<>();
    for (PasswordReminder each : tables.states().olderThan(now.minus(age))) {
      if (tables.states().remind(each.connection(), now, now.minus(AGAIN))) {
        audit(tables, each, now);
        due.add(each);
      }
    }
    return due;
  }

  private static void audit(Tables tables, PasswordReminder old, Instant now) {
    tables
        .audit()
        .add(
            new AuditEntry(
                now,
                "connection.password-old",
                null,
                null,
                null,
                new AuditEntry.About(old.organization(), null, old.connection()),
                old.name()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hub-reminders");
    thread.setDaemon(true);
    return thread;
  }
}
