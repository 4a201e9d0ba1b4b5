package dev.lifeline.core.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.Realm;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmLookupTest {
  private static Lab lab;

  private final RealmLookup realms = new RealmLookup(lab.transport(), UUID::randomUUID);

  @BeforeAll
  static void start() throws Exception {
    lab = new Lab();
  }

  @AfterAll
  static void stop() throws Exception {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "deploy@contoso.example, MANAGED",
    "federated@contoso.example, FEDERATED",
    "somebody@nowhere.example, UNKNOWN"
  })
  void the_authority_says_who_checks_the_password(String username, Realm realm) {
    assertThat(realms.of(lab.authority(), username)).isEqualTo(realm);
  }

  @ParameterizedTest
  @CsvSource({
    "deploy@contoso.example, deploy%40contoso.example",
    "guest_x.com#EXT#@t, guest_x.com%23EXT%23%40t",
    "a b+c@d, a%20b%2Bc%40d",
    "CONTOSO\\bot, CONTOSO%5Cbot",
    "../x?y@z, ..%2Fx%3Fy%40z",
    "jürgen@contoso.example, j%C3%BCrgen%40contoso.example"
  })
  void any_user_name_is_one_segment_of_the_path(String username, String segment) throws Exception {
    try (RawServer server = answering("{\"account_type\":\"Managed\"}")) {
      assertThat(realms.of(authority(server), username)).isEqualTo(Realm.MANAGED);

      assertThat(server.heads)
          .singleElement()
          .asString()
          .startsWith("GET /common/userrealm/" + segment + "?api-version=1.0 HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'account_type':'managed'} | MANAGED",
        "{'account_type':'FEDERATED'} | FEDERATED",
        "{'account_type':'Unknown'} | UNKNOWN",
        "{'account_type':'Something new'} | UNKNOWN",
        "{} | UNKNOWN",
        "[] | UNKNOWN",
        "'' | UNKNOWN",
        "<html>please sign in</html> | UNKNOWN"
      })
  void whatever_is_not_understood_leaves_the_realm_open(String body, Realm realm) throws Exception {
    try (RawServer server = answering(body.replace('\'', '"'))) {
      assertThat(realms.of(authority(server), "deploy@contoso.example")).isEqualTo(realm);
    }
  }

  @Test
  void an_authority_that_is_cut_off_or_absent_leaves_the_realm_open() throws Exception {
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              throw new java.io.IOException("cut");
            })) {
      assertThat(realms.of(authority(server), "deploy@contoso.example")).isEqualTo(Realm.UNKNOWN);
    }
    assertThat(realms.of(AuthenticationEndpoint.of("http://127.0.0.1:1/organizations"), "x@y"))
        .isEqualTo(Realm.UNKNOWN);
  }

  @Test
  void an_authority_that_is_not_entra_id_is_not_asked() throws Exception {
    try (RawServer server = answering("{\"account_type\":\"Federated\"}")) {
      AuthenticationEndpoint whole =
          new AuthenticationEndpoint(server.uri("/realms/x/protocol/openid-connect/token"));

      assertThat(realms.of(whole, "deploy@contoso.example")).isEqualTo(Realm.UNKNOWN);

      assertThat(server.heads).isEmpty();
    }
  }

  private static RawServer answering(String body) throws Exception {
    return RawServer.answering(RawServer.answer(200, "Content-Type: application/json\r\n", body));
  }

  private static AuthenticationEndpoint authority(RawServer server) {
    return new AuthenticationEndpoint(server.uri("/organizations"));
  }
}
