package dev.lifeline.hub.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.DatabaseKind;
import dev.lifeline.hub.store.Samples;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyringTest {
  private static final Secret PASSWORD = Secret.of("S3cret!-grün");

  private final InstantSource clock = InstantSource.fixed(Samples.NOW);
  private Database database;
  private Keyring keyring;

  private void open(DatabaseKind kind) {
    database = Database.open(kind.fresh());
    keyring = Keyring.open(database, key('k'), clock);
    Samples.addTo(database);
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_secret_comes_back_and_stands_as_ciphertext(DatabaseKind kind) {
    open(kind);
    UUID id = connection("one");

    String stored = database.inTransaction(tables -> tables.secrets().of(id).orElseThrow().text());

    assertThat(secret(id)).isEqualTo(PASSWORD);
    assertThat(new String(Base64.getDecoder().decode(stored), StandardCharsets.ISO_8859_1))
        .doesNotContain("S3cret");
  }

  @ParameterizedTest
  @EnumSource
  void a_secret_opens_for_its_own_connection_only(DatabaseKind kind) {
    open(kind);
    UUID one = connection("one");
    UUID other = connection("other");

    database.change(tables -> tables.secrets().put(other, tables.secrets().of(one).orElseThrow()));

    assertThatThrownBy(() -> secret(other))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.STORE_DAMAGED));
  }

  @ParameterizedTest
  @EnumSource
  void another_node_reads_and_writes_on_after_a_rotation(DatabaseKind kind) {
    open(kind);
    Keyring otherNode = Keyring.open(database, key('k'), clock);
    UUID one = connection("one");
    String before = database.inTransaction(tables -> tables.secrets().of(one).orElseThrow().text());

    int count = otherNode.rotate(database);
    UUID later = connection("later");

    assertThat(count).isEqualTo(1);
    database.change(
        tables -> assertThat(tables.secrets().of(one).orElseThrow().text()).isNotEqualTo(before));
    assertThat(secret(one)).isEqualTo(PASSWORD);
    database.change(tables -> assertThat(otherNode.open(tables, later)).contains(PASSWORD));
  }

  @ParameterizedTest
  @EnumSource
  void another_master_key_is_refused(DatabaseKind kind) {
    open(kind);

    assertThatThrownBy(() -> Keyring.open(database, key('x'), clock))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.HUB_KEY_UNUSABLE));
  }

  @Test
  void a_key_of_another_length_is_refused() {
    assertThatThrownBy(() -> LocalMasterKey.of(Secret.of("c2hvcnQ="), "LIFELINE_HUB_KEY"))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> assertThat(e.problem().message()).contains("LIFELINE_HUB_KEY"));
  }

  private UUID connection(String name) {
    Connection connection = Samples.connection(name);
    database.change(
        tables -> {
          tables.connections().add(connection);
          keyring.seal(tables, connection.id(), PASSWORD);
        });
    return connection.id();
  }

  private Secret secret(UUID id) {
    return database.inTransaction(tables -> keyring.open(tables, id)).orElseThrow();
  }

  private static LocalMasterKey key(char letter) {
    byte[] bytes = String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII);
    return LocalMasterKey.of(Secret.of(Base64.getEncoder().encodeToString(bytes)), "a test");
  }
}
