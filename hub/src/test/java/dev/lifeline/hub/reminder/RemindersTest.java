package dev.lifeline.hub.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.testing.ManualTime;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.PasswordReminder;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseKind;
import dev.lifeline.hub.store.Samples;
import dev.lifeline.hub.store.SealedSecrets.Sealed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemindersTest {
  private final ManualTime time = new ManualTime(Samples.NOW);
  private final List<PasswordReminder> heard = new ArrayList<>();
  private final Connection connection = Samples.connection("LCS main");
  private Database database;

  private Reminders open(DatabaseKind kind) {
    database = Database.open(kind.fresh());
    Samples.addTo(database);
    database.change(
        tables -> {
          tables.connections().add(connection);
          tables.secrets().put(connection.id(), new Sealed("sealed", Samples.NOW));
        });
    return new Reminders(database, time, Duration.ofDays(80));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_password_is_reminded_of_when_it_grows_old_and_weekly_from_then(DatabaseKind kind) {
    try (Reminders reminders = open(kind)) {
      heard.addAll(reminders.look());
      assertThat(heard).isEmpty();

      time.advance(Duration.ofDays(81));
      heard.addAll(reminders.look());
      heard.addAll(reminders.look());
      time.advance(Duration.ofDays(6));
      heard.addAll(reminders.look());
      assertThat(heard)
          .containsExactly(
              new PasswordReminder(
                  connection.id(), connection.organization(), "LCS main", Samples.NOW));

      time.advance(Duration.ofDays(1));
      heard.addAll(reminders.look());
      assertThat(heard).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_two_nodes_one_reminds(DatabaseKind kind) {
    try (Reminders one = open(kind);
        Reminders other = new Reminders(database, time, Duration.ofDays(80))) {
      time.advance(Duration.ofDays(81));

      heard.addAll(one.look());
      heard.addAll(other.look());

      assertThat(heard).hasSize(1);
      database.change(
          tables ->
              assertThat(tables.audit().list(Long.MAX_VALUE, 10))
                  .extracting(each -> each.entry().action())
                  .containsExactly("connection.password-old"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void another_password_is_young_again(DatabaseKind kind) {
    try (Reminders reminders = open(kind)) {
      time.advance(Duration.ofDays(81));
      heard.addAll(reminders.look());
      database.change(
          tables -> {
            tables.secrets().put(connection.id(), new Sealed("new", time.instant()));
            tables.states().replaced(connection.id());
          });

      heard.addAll(reminders.look());
      assertThat(heard).hasSize(1);
      time.advance(Duration.ofDays(81));
      heard.addAll(reminders.look());

      assertThat(heard).hasSize(2);
    }
  }
}
