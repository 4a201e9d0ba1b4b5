package dev.lifeline.hub.store;

import static dev.lifeline.hub.store.Samples.ADELE;
import static dev.lifeline.hub.store.Samples.CONTOSO;
import static dev.lifeline.hub.store.Samples.FINANCE;
import static dev.lifeline.hub.store.Samples.NOW;
import static dev.lifeline.hub.store.Samples.RETAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.hub.model.AuditEntry;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.PersonalToken;
import dev.lifeline.hub.model.PipelineAccess;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.model.TokenScope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {
  private DatabaseAddress address;
  private Database database;

  private void open(DatabaseKind kind) {
    address = kind.fresh();
    database = Database.open(address);
    Samples.addTo(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_comes_back_as_it_was_stored(DatabaseKind kind) {
    open(kind);
    Connection connection = Samples.connection("LCS main");

    database.change(tables -> tables.connections().add(connection));

    database.change(
        tables -> assertThat(tables.connections().get(connection.id())).contains(connection));
  }

  @ParameterizedTest
  @EnumSource
  void a_name_is_taken_in_its_project_only_and_without_regard_to_case(DatabaseKind kind) {
    open(kind);
    Connection one = Samples.connection("LCS main");
    Connection other = Samples.connection("lcs MAIN");
    database.change(tables -> tables.connections().add(one));

    assertThatThrownBy(() -> database.change(tables -> tables.connections().add(other)))
        .isInstanceOf(NameTakenException.class);
    database.change(
        tables ->
            tables.connections().share(one.id(), new ProjectReference(RETAIL, "LCS main", null)));

    database.change(tables -> assertThat(tables.connections().get(other.id())).isEmpty());
    database.change(
        tables ->
            assertThat(tables.connections().in(RETAIL.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.references()).hasSize(2)));
  }

  @ParameterizedTest
  @EnumSource
  void what_belongs_to_a_connection_goes_with_it(DatabaseKind kind) {
    open(kind);
    Connection connection = Samples.connection("LCS main");
    UUID id = connection.id();
    Mark mark = new Mark(ADELE.id(), NOW);
    database.change(
        tables -> {
          tables.connections().add(connection);
          tables.secrets().put(id, new SealedSecrets.Sealed("c2VhbGVk", NOW));
          tables.roles().put(RoleResource.everywhere(id), ADELE.id(), Role.ADMINISTRATOR);
          tables.pipelines().permit(FINANCE.id(), id, new PipelineAccess.Permitted(16, mark));
          tables.executions().add(FINANCE.id(), id, "{}");
        });

    database.change(tables -> tables.connections().delete(id));

    database.change(
        tables -> {
          assertThat(tables.secrets().of(id)).isEmpty();
          assertThat(tables.roles().of(ADELE.id())).isEmpty();
          assertThat(tables.pipelines().of(FINANCE.id(), id).pipelines()).isEmpty();
          assertThat(tables.executions().of(FINANCE.id(), id, Long.MAX_VALUE, 10)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void uses_come_newest_first_and_in_pages(DatabaseKind kind) {
    open(kind);
    Connection connection = Samples.connection("LCS main");
    UUID id = connection.id();
    database.change(
        tables -> {
          tables.connections().add(connection);
          for (int i = 1; i <= 3; i++) {
            tables.executions().add(FINANCE.id(), id, "{\"run\":" + i + "}");
          }
        });

    database.change(
        tables -> {
          var first = tables.executions().of(FINANCE.id(), id, Long.MAX_VALUE, 2);
          var next = tables.executions().of(FINANCE.id(), id, first.get(1).number() - 1, 2);
          assertThat(first).extracting("content").containsExactly("{\"run\":3}", "{\"run\":2}");
          assertThat(next).extracting("content").containsExactly("{\"run\":1}");
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_role_replaces_the_one_before(DatabaseKind kind) {
    open(kind);
    RoleResource finance = RoleResource.project(FINANCE.id());

    database.change(
        tables -> {
          tables.roles().put(finance, ADELE.id(), Role.READER);
          tables.roles().put(finance, ADELE.id(), Role.CREATOR);
        });

    database.change(
        tables ->
            assertThat(tables.roles().on(finance))
                .singleElement()
                .satisfies(
                    each -> {
                      assertThat(each.role()).isEqualTo(Role.CREATOR);
                      assertThat(each.person()).isEqualTo(ADELE);
                      assertThat(each.on()).isEqualTo(finance);
                    }));
  }

  @ParameterizedTest
  @EnumSource
  void roles_are_read_by_project_or_by_connection(DatabaseKind kind) {
    open(kind);
    Connection connection = Samples.connection("LCS main");
    UUID id = connection.id();
    RoleResource finance = RoleResource.project(FINANCE.id());
    RoleResource retail = RoleResource.project(RETAIL.id());
    RoleResource here = RoleResource.connection(FINANCE.id(), id);
    database.change(
        tables -> {
          tables.connections().add(connection);
          tables.roles().put(finance, ADELE.id(), Role.READER);
          tables.roles().put(retail, ADELE.id(), Role.READER);
          tables.roles().put(here, ADELE.id(), Role.USER);
          tables.roles().put(RoleResource.everywhere(id), ADELE.id(), Role.ADMINISTRATOR);
        });

    database.change(
        tables -> {
          assertThat(tables.roles().inProject(ADELE.id(), FINANCE.id()))
              .extracting("on")
              .containsExactlyInAnyOrder(finance, here, RoleResource.everywhere(id));
          assertThat(tables.roles().inProject(ADELE.id(), RETAIL.id()))
              .extracting("on")
              .containsExactly(retail);
          assertThat(tables.roles().onConnection(ADELE.id(), id))
              .extracting("on")
              .containsExactlyInAnyOrder(finance, here, RoleResource.everywhere(id));
        });
  }

  @ParameterizedTest
  @EnumSource
  void all_pipelines_and_single_ones_are_permitted_independently(DatabaseKind kind) {
    open(kind);
    Connection connection = Samples.connection("LCS main");
    Mark mark = new Mark(ADELE.id(), NOW);
    var permitted = new PipelineAccess.Permitted(16, mark);
    database.change(
        tables -> {
          tables.connections().add(connection);
          tables.pipelines().permit(FINANCE.id(), connection.id(), permitted);
          tables.pipelines().permit(FINANCE.id(), connection.id(), permitted);
          tables.pipelines().openToAll(FINANCE.id(), connection.id(), mark);
        });

    PipelineAccess open =
        database.inTransaction(tables -> tables.pipelines().of(FINANCE.id(), connection.id()));
    database.change(tables -> tables.pipelines().openToAll(FINANCE.id(), connection.id(), null));
    PipelineAccess closed =
        database.inTransaction(tables -> tables.pipelines().of(FINANCE.id(), connection.id()));

    assertThat(open.allPipelines()).isEqualTo(mark);
    assertThat(closed.allPipelines()).isNull();
    assertThat(closed.pipelines()).containsExactly(permitted);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_is_found_by_its_hash_and_remembers_its_use(DatabaseKind kind) {
    open(kind);
    PersonalToken token =
        new PersonalToken(
            UUID.randomUUID(),
            ADELE,
            "ci",
            Set.of(TokenScope.CONNECTIONS_READ, TokenScope.LCS_TOKENS),
            NOW,
            NOW.plus(Duration.ofDays(30)),
            null,
            null);
    String hash = "0".repeat(64);
    database.change(
        tables -> {
          tables.personalTokens().add(token, hash);
          tables.personalTokens().used(token, NOW);
          tables.personalTokens().revoke(token.id(), NOW);
        });

    PersonalToken found =
        database.inTransaction(tables -> tables.personalTokens().withHash(hash)).orElseThrow();

    assertThat(found.owner()).isEqualTo(ADELE);
    assertThat(found.scopes()).isEqualTo(token.scopes());
    assertThat(found.lastUsed()).isEqualTo(NOW);
    assertThat(found.isGood(NOW)).isFalse();
    assertThat(token.isGood(NOW)).isTrue();
    assertThat(token.isGood(token.expires())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void the_audit_log_only_grows(DatabaseKind kind) {
    open(kind);
    var about = new AuditEntry.About(CONTOSO.id(), FINANCE.id(), null);
    var entry =
        new AuditEntry(NOW, "connection.created", ADELE.id(), null, "127.0.0.1", about, "LCS main");
    database.change(tables -> tables.audit().add(entry));
    String url = address.url();

    for (String sql :
        new String[] {"update audit_log set subject = 'x'", "delete from audit_log"}) {
      assertThatThrownBy(() -> Jdbi.create(url).useHandle(handle -> handle.execute(sql)))
          .rootCause()
          .hasMessageContaining("the audit log only grows");
    }
    database.change(
        tables ->
            assertThat(tables.audit().list(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.entry()).isEqualTo(entry)));
  }

  @ParameterizedTest
  @EnumSource
  void a_setup_code_is_good_once_and_not_for_long(DatabaseKind kind) {
    open(kind);
    String hash = "a".repeat(64);
    database.change(tables -> tables.setupCodes().put(hash, NOW.plusSeconds(60)));

    database.change(
        tables -> {
          assertThat(tables.setupCodes().take(hash, NOW.plusSeconds(60))).isFalse();
          assertThat(tables.setupCodes().take(hash, NOW)).isTrue();
          assertThat(tables.setupCodes().take(hash, NOW)).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_is_there_is_opened_as_it_is(DatabaseKind kind) {
    open(kind);

    try (Database again = Database.open(address)) {
      again.change(tables -> assertThat(tables.organizations().named("CONTOSO")).contains(CONTOSO));
      assertThat(again.isUp()).isTrue();
    }
  }
}
