package dev.lifeline.hub.broker;

import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.ExecutionRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes down which tokens are handed out, in the audit log and in the usage history. Whoever comes
 * while a transaction is being committed waits for it, and the next one takes all who wait, so that
 * a thousand tokens a second need a hundred commits. A token is given only after its rows are on
 * the disk; where they cannot be written, it is not given. Thread-safe.
 */
final class Handouts {
  private final Database database;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Object writing = new Object();

  Handouts(Database database) {
    this.database = database;
  }

  /** One token. */
  record Handout(AuditEntry entry, ExecutionRecords.Fresh use) {}

  /** A handout and what became of it; read and written by whoever holds {@code writing}. */
  private static final class Waiting {
    private final Handout handout;
    private boolean isWritten;
    private @Nullable RuntimeException failure;

    Waiting(Handout handout) {
      this.handout = handout;
    }
  }

  /** Returns when it is written down, and fails when it cannot be. */
  void write(Handout handout) {
    Waiting own = new Waiting(handout);
    waiting.add(own);
    synchronized (writing) {
      if (!own.isWritten && own.failure == null) {
        writeAll();
      }
      if (own.failure != null) {
        throw own.failure;
      }
    }
  }

  private void writeAll() {
    List<Waiting> batch = new ArrayList<>();
    for (Waiting each = waiting.poll(); each != null; each = waiting.poll()) {
      batch.add(each);
    }
    try {
      write(batch);
    } catch (RuntimeException e) {
      writeOneByOne(batch);
    }
  }

  /** A connection that was deleted in that moment fails its own callers only. */
  private void writeOneByOne(List<Waiting> batch) {
    for (Waiting each : batch) {
      try {
        write(List.of(each));
      } catch (RuntimeException e) {
        each.failure = e;
      }
    }
  }

  private void write(List<Waiting> batch) {
    List<Handout> handouts = batch.stream().map(each -> each.handout).toList();
    Map<UUID, Instant> uses = new TreeMap<>();
    handouts.forEach(each -> uses.put(each.use().connection(), each.entry().happened()));
    database.change(
        tables -> {
          uses.forEach(tables.states()::used);
          tables.audit().addAll(handouts.stream().map(Handout::entry).toList());
          tables.executions().addAll(handouts.stream().map(Handout::use).toList());
        });
    database.flush();
    batch.forEach(each -> each.isWritten = true);
  }
}
