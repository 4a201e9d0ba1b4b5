package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubTest {
  private static final String ENDPOINTS = "/contoso/_apis/serviceendpoint/endpoints";

  private HubLab lab;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    lab = new HubLab(DatabaseKind.H2);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_permitted_caller_gets_a_token_that_lcs_takes() throws Exception {
    String id = lab.connection("LCS", lab.administrator);

    HubLab.Answer answer = token(id, lab.administrator);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("apiEndpoint"))
        .isEqualTo(lab.emulator.addresses().apiEndpoint().toString());
    assertThat(answer.at("accessToken")).isNotBlank().doesNotContain(lab.password());
    assertThat(answer.at("expires")).isGreaterThan(lab.time.instant().toString());
  }

  @Test
  void all_callers_share_one_sign_in_until_it_is_nearly_over() throws Exception {
    String id = lab.connection("LCS", lab.administrator);
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Future<String>> tokens = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tokens.add(callers.submit(() -> token(id, lab.administrator).at("accessToken")));
    }
    for (Future<String> each : tokens) {
      assertThat(each.get()).isEqualTo(tokens.get(0).get());
    }
    callers.shutdown();
    assertThat(signIns()).isEqualTo(1);

    lab.time.advance(Duration.ofHours(2));
    token(id, lab.administrator);

    assertThat(signIns()).isEqualTo(2);
  }

  @Test
  void a_refused_password_is_sent_once_until_it_is_replaced() throws Exception {
    HubLab.Answer made =
        lab.call("POST", ENDPOINTS, lab.administrator, lab.endpoint("LCS", "wrong"));
    String id = made.at("id");

    HubLab.Answer first = token(id, lab.administrator);
    token(id, lab.administrator);
    long refused = signIns();
    lab.call("PUT", ENDPOINTS + "/" + id, lab.administrator, lab.endpoint("LCS", lab.password()));
    HubLab.Answer then = token(id, lab.administrator);

    assertThat(first.status()).isEqualTo(424);
    assertThat(first.at("error", "code")).isEqualTo("PASSWORD_WRONG");
    assertThat(refused).isEqualTo(1);
    assertThat(then.status()).isEqualTo(200);
  }

  @Test
  void each_token_that_is_handed_out_stands_in_the_audit_log_and_in_the_history() throws Exception {
    String id = lab.connection("LCS", lab.administrator);

    token(id, lab.administrator);

    HubLab.Answer audit = lab.call("GET", "/api/v1/audit", lab.administrator, null);
    HubLab.Answer history =
        lab.call(
            "GET",
            "/contoso/" + HubLab.PROJECT + "/_apis/serviceendpoint/" + id + "/executionhistory",
            lab.administrator,
            null);
    assertThat(audit.text()).contains("token.handed-out", "connection.created", id);
    assertThat(history.at("count")).isEqualTo("1");
  }

  @Test
  void a_stored_password_is_not_sent_to_an_address_that_its_giver_did_not_mean() throws Exception {
    String id = lab.connection("LCS", lab.administrator);
    Map<String, Object> moved = new HashMap<>(lab.endpoint("LCS", ""));
    moved.put("url", "https://localhost:1/organizations");

    HubLab.Answer update = lab.call("PUT", ENDPOINTS + "/" + id, lab.administrator, moved);
    HubLab.Answer test =
        lab.call(
            "POST",
            "/contoso/" + lab.projectId + "/_apis/serviceendpoint/endpointproxy?endpointId=" + id,
            lab.administrator,
            Map.of(
                "dataSourceDetails",
                Map.of("dataSourceName", "TestConnection"),
                "serviceEndpointDetails",
                moved));

    assertThat(update.status()).isEqualTo(400);
    assertThat(test.status()).isEqualTo(400);
    assertThat(update.at("message")).contains("'password' is required again");
  }

  @Test
  void a_token_ends_when_it_is_revoked_or_expires() throws Exception {
    lab.person("adele");
    String token = lab.token("adele", "app_token");
    HubLab.Answer own = lab.call("GET", "/api/v1/tokens", token, null);
    String id = own.text().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    String other = lab.token("adele", "app_token");

    lab.call("DELETE", "/api/v1/tokens/" + id, token, null);
    HubLab.Answer revoked = lab.call("GET", "/api/v1/tokens", token, null);
    HubLab.Answer good = lab.call("GET", "/api/v1/tokens", other, null);
    lab.time.advance(Duration.ofDays(30));
    HubLab.Answer expired = lab.call("GET", "/api/v1/tokens", other, null);

    assertThat(own.text()).doesNotContain(token);
    assertThat(List.of(revoked.status(), good.status(), expired.status()))
        .containsExactly(401, 200, 401);
  }

  @Test
  void a_setup_code_makes_one_administrator() throws Exception {
    String path = "/api/v1/setup";

    assertThat(lab.call("POST", path, null, Map.of("code", "x".repeat(52))).status())
        .isEqualTo(404);
    try (Hub again = Hub.start(lab.settings(true), lab.surroundings())) {
      assertThat(again.administratorUrl()).isEmpty();
    }
  }

  @Test
  void a_hub_says_how_it_is_and_what_it_does() throws Exception {
    HubLab.Answer ready = lab.call("GET", "/ready", null, null);
    lab.person("prometheus");
    String token = lab.token("prometheus", "lifeline.metrics");

    HubLab.Answer metrics = lab.call("GET", "/metrics", token, null);

    assertThat(ready.at("status")).isEqualTo("UP");
    assertThat(metrics.text()).contains("lifeline_hub_requests_seconds_count", "route=\"READY\"");
  }

  @Test
  void every_answer_carries_the_headers_of_a_careful_server() throws Exception {
    for (String path : List.of("/health", "/nowhere", "/contoso/_apis/connectionData")) {
      Map<String, List<String>> headers = lab.call("GET", path, null, null).headers();

      assertThat(headers)
          .containsKeys("x-content-type-options", "content-security-policy", "activityid")
          .doesNotContainKey("server");
    }
  }

  @Test
  void a_port_that_is_taken_is_told() {
    HubSettings taken = lab.settings(true);
    HubSettings settings =
        new HubSettings(
            taken.host(),
            lab.hub.url().getPort(),
            taken.database(),
            taken.masterKey(),
            taken.network(),
            true);

    assertThatThrownBy(() -> Hub.start(settings, lab.surroundings()))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.HUB_NOT_STARTED));
  }

  private HubLab.Answer token(String id, String token) throws Exception {
    return lab.call("POST", "/api/v1/connections/" + id + "/token", token, null);
  }

  private long signIns() {
    return lab.emulator.received().list().stream()
        .filter(each -> each.path().endsWith("/oauth2/v2.0/token"))
        .count();
  }
}
