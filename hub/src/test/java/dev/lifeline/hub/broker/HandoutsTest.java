package dev.lifeline.hub.broker;

import static dev.lifeline.hub.store.Samples.ADELE;
import static dev.lifeline.hub.store.Samples.CONTOSO;
import static dev.lifeline.hub.store.Samples.FINANCE;
import static dev.lifeline.hub.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseKind;
import dev.lifeline.hub.store.ExecutionRecords;
import dev.lifeline.hub.store.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandoutsTest {
  private static final int CALLERS = 24;

  private final Connection connection = Samples.connection("LCS main");
  private Database database;

  private void open(DatabaseKind kind) {
    database = Database.open(kind.fresh());
    Samples.addTo(database);
    database.change(tables -> tables.connections().add(connection));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_token_of_many_at_once_is_written_down(DatabaseKind kind) throws Exception {
    open(kind);

    List<Future<?>> all = write(new Handouts(database), connection.id(), "token");
    for (Future<?> each : all) {
      each.get();
    }

    assertThat(written("token")).isEqualTo(CALLERS);
    assertThat(used()).isEqualTo(CALLERS);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_that_cannot_be_written_down_fails_alone(DatabaseKind kind) throws Exception {
    open(kind);
    Handouts handouts = new Handouts(database);

    List<Future<?>> good = write(handouts, connection.id(), "good");
    List<Future<?>> bad = write(handouts, UUID.randomUUID(), "bad");
    for (Future<?> each : good) {
      each.get();
    }

    for (Future<?> each : bad) {
      assertThatThrownBy(each::get).isInstanceOf(ExecutionException.class);
    }
    assertThat(written("good")).isEqualTo(CALLERS);
    assertThat(written("bad")).isZero();
  }

  private static List<Future<?>> write(Handouts handouts, UUID connection, String subject) {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> all = new ArrayList<>();
    var about = new AuditEntry.About(CONTOSO.id(), FINANCE.id(), connection);
    var entry = new AuditEntry(NOW, "token.handed-out", ADELE.id(), null, null, about, subject);
    var use = new ExecutionRecords.Fresh(FINANCE.id(), connection, "{}");
    for (int i = 0; i < CALLERS; i++) {
      all.add(callers.submit(() -> handouts.write(new Handouts.Handout(entry, use))));
    }
    callers.shutdown();
    return all;
  }

  private long written(String subject) {
    return database.inTransaction(
        tables ->
            tables.audit().list(Long.MAX_VALUE, 1000).stream()
                .filter(each -> each.entry().subject().equals(subject))
                .count());
  }

  private int used() {
    return database.inTransaction(
        tables ->
            tables.executions().of(FINANCE.id(), connection.id(), Long.MAX_VALUE, 1000).size());
  }
}
