package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub knows of passwords: whether they work, when they were used, how old they are. */
class PasswordCareTest {
  private static final String ENDPOINTS = "/contoso/_apis/serviceendpoint/endpoints";

  private HubLab lab;
  private String id;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
    id = lab.connection("LCS", lab.administrator);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_new_password_replaces_the_old_one_only_when_it_works() throws Exception {
    HubLab.Answer refused = update("", lab.endpoint("LCS", "wrong"));

    HubLab.Answer token = token();
    assertThat(refused.status()).isEqualTo(424);
    assertThat(refused.at("error", "code")).isEqualTo("PASSWORD_WRONG");
    assertThat(refused.at("error", "fix")).contains("lifelineVerify=false");
    assertThat(token.status()).isEqualTo(200);
    assertThat(audit()).contains("connection.password-refused");
  }

  @Test
  void a_password_that_is_refused_changes_nothing_else_either() throws Exception {
    update("", lab.endpoint("renamed", "wrong"));

    assertThat(lab.call("GET", path(), lab.administrator, null).at("name")).isEqualTo("LCS");
  }

  @Test
  void several_connections_change_together_or_not_at_all() throws Exception {
    String other = lab.connection("other", lab.administrator);
    Map<String, Object> good = new HashMap<>(lab.endpoint("LCS one", lab.password()));
    good.put("id", id);
    Map<String, Object> bad = new HashMap<>(lab.endpoint("LCS two", "wrong"));
    bad.put("id", other);

    HubLab.Answer refused = lab.call("PUT", ENDPOINTS, lab.administrator, List.of(good, bad));
    bad.putAll(lab.endpoint("LCS two", lab.password()));
    HubLab.Answer changed = lab.call("PUT", ENDPOINTS, lab.administrator, List.of(good, bad));

    assertThat(refused.status()).isEqualTo(424);
    assertThat(changed.text()).contains("LCS one", "LCS two");
    assertThat(changed.at("count")).isEqualTo("2");
  }

  @Test
  void a_password_is_stored_untried_for_those_who_say_so() throws Exception {
    HubLab.Answer stored = update("?lifelineVerify=false", lab.endpoint("LCS", "wrong"));

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.text()).doesNotContain("lifelineVerify", "wrong");
    assertThat(state("verification")).isEqualTo("unknown");
    assertThat(token().at("error", "code")).isEqualTo("PASSWORD_WRONG");
  }

  @Test
  void the_list_of_connections_says_whether_they_work_and_when_they_were_used() throws Exception {
    Object never = state("lastUsed");
    Object unknown = state("verification");
    update("", lab.endpoint("LCS", lab.password()));
    Object proved = state("verification");
    token();

    assertThat(never).isNull();
    assertThat(unknown).isEqualTo("unknown");
    assertThat(proved).isEqualTo("passed");
    assertThat(state("lastUsed")).isEqualTo(lab.time.instant().toString());
    assertThat(state("verified")).isEqualTo(lab.time.instant().toString());
  }

  @Test
  void what_entra_refuses_is_known_until_it_is_mended() throws Exception {
    update("?lifelineVerify=false", lab.endpoint("LCS", "wrong"));
    token();
    Object refused = state("problem");
    update("", lab.endpoint("LCS", lab.password()));

    assertThat(refused).isEqualTo("PASSWORD_WRONG");
    assertThat(state("problem")).isNull();
    assertThat(state("verification")).isEqualTo("passed");
  }

  @Test
  void a_test_of_the_stored_connection_is_remembered() throws Exception {
    lab.call(
        "POST",
        "/contoso/" + lab.projectId + "/_apis/serviceendpoint/endpointproxy?endpointId=" + id,
        lab.administrator,
        Map.of("dataSourceDetails", Map.of("dataSourceName", "TestConnection")));

    assertThat(state("verification")).isEqualTo("passed");
  }

  @Test
  void an_old_password_is_told_in_the_list_and_in_the_figures() throws Exception {
    Map<String, Object> wish = Map.of("name", "long", "scopes", List.of("app_token"), "days", 365);
    String token = lab.call("POST", "/api/v1/tokens", lab.administrator, wish).at("token");
    Object young = state(token, "passwordOld");

    lab.time.advance(Duration.ofDays(81));

    String metrics = lab.call("GET", "/metrics", token, null).text();
    assertThat(young).isEqualTo(false);
    assertThat(state(token, "passwordOld")).isEqualTo(true);
    assertThat(String.valueOf(state(token, "passwordAgeDays"))).isEqualTo("81");
    assertThat(metrics)
        .contains(
            "lifeline_connection_password_age_days 81", "lifeline_connection_passwords_old 1");
    assertThat(metrics).doesNotContain("\"LCS\"");
  }

  private HubLab.Answer update(String query, Map<String, Object> body) throws Exception {
    return lab.call("PUT", path() + query, lab.administrator, body);
  }

  private String path() {
    return "/contoso/" + lab.projectId + "/_apis/serviceendpoint/endpoints/" + id;
  }

  private HubLab.Answer token() throws Exception {
    return lab.call("POST", "/api/v1/connections/" + id + "/token", lab.administrator, null);
  }

  private String audit() throws Exception {
    return lab.call("GET", "/api/v1/audit", lab.administrator, null).text();
  }

  private Object state(String field) throws Exception {
    return state(lab.administrator, field);
  }

  private Object state(String token, String field) throws Exception {
    Map<?, ?> list = lab.call("GET", "/api/v1/connections", token, null).json();
    return ((Map<?, ?>) ((List<?>) list.get("value")).get(0)).get(field);
  }
}
