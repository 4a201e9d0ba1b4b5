package dev.lifeline.hub.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.HubLab;
import dev.lifeline.hub.RunLab;
import dev.lifeline.hub.store.DatabaseKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookTest {
  private static final String WEBHOOKS = "/api/v1/webhooks";

  @ParameterizedTest
  @EnumSource
  void a_run_of_the_project_is_told_from_its_start_to_its_end(DatabaseKind kind) throws Exception {
    try (RunLab lab = new RunLab(kind);
        Receiver receiver = new Receiver()) {
      Map<String, String> wanted =
          Map.of("projectId", lab.projectId, "url", receiver.url().toString());
      HubLab.Answer made = lab.call("POST", WEBHOOKS, lab.administrator, wanted);

      lab.end(lab.start(Map.of("kind", "stop-environment", "environment", "contoso-test")));
      receiver.await(2);

      assertThat(made.status()).as(made.text()).isEqualTo(201);
      assertThat(receiver.received())
          .extracting(each -> each.body().replaceFirst(".*\"type\":\"([^\"]+)\".*", "$1"))
          .containsExactly("run.start", "run.end");
    }
  }

  @Test
  void its_secret_is_told_once_and_its_address_without_what_may_be_one() throws Exception {
    try (HubLab lab = new HubLab(DatabaseKind.H2);
        Receiver receiver = new Receiver()) {
      HubLab.Answer made =
          lab.call("POST", WEBHOOKS, lab.administrator, Map.of("url", receiver.url().toString()));
      String one = WEBHOOKS + "/" + made.at("id");
      String secret = made.at("secret");
      HubLab.Answer test = lab.call("POST", one + "/test", lab.administrator, null);
      HubLab.Answer changed =
          lab.call("PATCH", one, lab.administrator, Map.of("events", List.of("end")));
      HubLab.Answer rotated =
          lab.call("PATCH", one, lab.administrator, Map.of("rotateSecret", true));
      HubLab.Answer list = lab.call("GET", WEBHOOKS, lab.administrator, null);
      HubLab.Answer deliveries = lab.call("GET", one + "/deliveries", lab.administrator, null);
      HubLab.Answer audit = lab.call("GET", "/api/v1/audit", lab.administrator, null);

      assertThat(test.at("state")).as(test.text()).isEqualTo("delivered");
      assertThat(receiver.received()).hasSize(1);
      assertThat(changed.at("events")).isEqualTo("[end]");
      assertThat(rotated.at("secret")).startsWith("whsec_").isNotEqualTo(secret);
      assertThat(list.text()).contains("/hook?***");
      assertThat(list.text() + deliveries.text() + audit.text() + test.text() + changed.text())
          .doesNotContain(secret, rotated.at("secret"), "Canary-5512");
      assertThat(audit.text()).contains("webhook.created", "webhook.tested", "secret-rotated");
      assertThat(lab.call("DELETE", one, lab.administrator, null).status()).isEqualTo(204);
      assertThat(lab.call("GET", one + "/deliveries", lab.administrator, null).status())
          .isEqualTo(404);
    }
  }

  @Test
  void an_address_that_only_the_hub_can_reach_is_refused() throws Exception {
    try (HubLab lab = new HubLab(DatabaseKind.H2, false)) {
      for (String url :
          List.of(
              "http://hooks.example/", "https://127.0.0.1/", "https://u@hooks.example/", "x", "")) {
        HubLab.Answer answer = lab.call("POST", WEBHOOKS, lab.administrator, Map.of("url", url));

        assertThat(answer.status()).as(url).isEqualTo(400);
      }
    }
  }
}
