package dev.lifeline.hub.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.hub.model.EventKind;
import dev.lifeline.hub.model.Webhook;
import dev.lifeline.hub.model.WebhookDelivery.State;
import dev.lifeline.hub.model.WebhookFormat;
import dev.lifeline.hub.store.DatabaseKind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookDeliveryTest {
  @ParameterizedTest
  @EnumSource
  void a_run_is_told_once_and_in_order(DatabaseKind kind) throws Exception {
    try (WebhookLab lab = new WebhookLab(kind, WebhookFormat.JSON, true)) {
      lab.happens(EventKind.CREATED, "was asked for");
      lab.happens(EventKind.STARTED, "begins");
      lab.happens(EventKind.STUCK, "does not get on");
      lab.announce();
      lab.happens(EventKind.ENDED, "succeeded");
      lab.announce();
      lab.announce();

      lab.tellAll();

      assertThat(lab.receiver.received())
          .extracting(each -> Json.read(each.body(), Map.class).orElseThrow().get("type"))
          .containsExactly("run.start", "run.stuck", "run.end");
      assertThat(lab.deliveries())
          .extracting("state")
          .containsExactly(State.DELIVERED, State.DELIVERED, State.DELIVERED);
    }
  }

  @Test
  void a_library_for_such_webhooks_takes_the_signature() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      lab.happens(EventKind.STARTED, "begins, mit Umläuten");
      lab.announce();
      lab.tellAll();
      Receiver.Received received = lab.receiver.received().get(0);

      assertThat(verified(lab, received.body(), received.headers())).isEqualTo("run.start");
      assertThat(verified(lab, received.body() + " ", received.headers()))
          .isEqualTo("No matching signature found");
    }
  }

  @Test
  void the_lines_of_the_guide_take_the_signature() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();
      Receiver.Received received = lab.receiver.received().get(0);

      assertThat(
              Peers.node(
                      GuideLines.ofJavaScript()
                          + "console.log(isFromTheHub(JSON.parse(process.env.HEADERS),"
                          + " process.env.BODY, process.env.SECRET));",
                      environment(lab, received.body(), received.headers()))
                  .outputOfSuccess()
                  .strip())
          .isEqualTo("true");
    }
  }

  @Test
  void a_secret_that_was_replaced_signs_beside_the_new_one_for_a_day() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      Secret old = lab.secret();
      Webhook before = lab.webhook;
      lab.database.change(
          tables -> {
            lab.keyring.seal(tables, Courier.oldSecretName(before.id()), old);
            lab.keyring.seal(
                tables, Courier.secretName(before.id()), Signature.newSecret(new SecureRandom()));
            tables
                .webhooks()
                .replace(
                    new Webhook(
                        before.id(),
                        before.project(),
                        before.address(),
                        before.events(),
                        before.format(),
                        true,
                        before.created(),
                        lab.time.instant()));
          });
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();
      lab.time.advance(Duration.ofHours(24));
      lab.happens(EventKind.ENDED, "ends");
      lab.announce();
      lab.tellAll();

      assertThat(lab.receiver.received())
          .extracting(each -> each.headers().get("webhook-signature").split(" ").length)
          .containsExactly(2, 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_taken_is_sent_again_later_and_later_and_then_given_up(DatabaseKind kind)
      throws Exception {
    try (WebhookLab lab = new WebhookLab(kind, WebhookFormat.JSON, true)) {
      lab.happens(EventKind.STARTED, "begins");
      lab.happens(EventKind.ENDED, "ends");
      lab.announce();
      lab.receiver.answers(503, "not now\nplease");
      Instant begun = lab.time.instant();
      Instant next = lab.tell();
      while (lab.deliveries().get(1).state() == State.WAITING) {
        lab.time.advance(Duration.between(lab.time.instant(), next));
        next = lab.tell();
      }

      assertThat(lab.deliveries().get(1).attempts()).isEqualTo(10);
      assertThat(lab.deliveries().get(1).state()).isEqualTo(State.GIVEN_UP);
      assertThat(lab.deliveries().get(1).last().text()).isEqualTo("not now please");
      assertThat(Duration.between(begun, lab.time.instant()))
          .isBetween(Duration.ofHours(22), Duration.ofHours(34));
      assertThat(lab.deliveries().get(0).attempts()).isZero();
      lab.receiver.answers(204, "");
      lab.tellAll();
      assertThat(lab.deliveries().get(0).state()).isEqualTo(State.DELIVERED);
    }
  }

  @Test
  void who_is_gone_is_told_nothing_again() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      lab.receiver.answers(410, "");
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();

      assertThat(lab.newest().orElseThrow().state()).isEqualTo(State.GIVEN_UP);
      assertThat(lab.newest().orElseThrow().last().status()).isEqualTo(410);
    }
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      lab.receiver.answers(302, "");
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();

      assertThat(lab.receiver.received()).hasSize(1);
      assertThat(lab.newest().orElseThrow().last().status()).isEqualTo(302);
      assertThat(lab.newest().orElseThrow().state()).isEqualTo(State.WAITING);
    }
  }

  @Test
  void an_address_that_is_private_by_now_is_not_gone_to() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, false)) {
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();

      assertThat(lab.receiver.received()).isEmpty();
      assertThat(lab.newest().orElseThrow().last().text())
          .contains("the hub does not go to '127.0.0.1'");
    }
  }

  @Test
  void of_an_answer_one_kibibyte_is_kept_that_does_nothing() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.JSON, true)) {
      lab.receiver.answers(500, "\u001b[31m##vso[task.complete]" + "x".repeat(5000));
      lab.happens(EventKind.STARTED, "begins");
      lab.announce();
      lab.tellAll();

      assertThat(lab.newest().orElseThrow().last().text())
          .hasSizeLessThanOrEqualTo(1024)
          .doesNotContain("\u001b", "##vso[");
    }
  }

  @Test
  void teams_gets_a_card_in_which_names_are_only_text() throws Exception {
    try (WebhookLab lab = new WebhookLab(DatabaseKind.H2, WebhookFormat.TEAMS, true)) {
      lab.happens(EventKind.ENDED, "*succeeded*");
      lab.announce();
      lab.tellAll();

      Map<?, ?> message = Json.read(lab.receiver.received().get(0).body(), Map.class).orElseThrow();
      assertThat(message.get("type")).isEqualTo("message");
      Map<?, ?> attachment = (Map<?, ?>) ((List<?>) message.get("attachments")).get(0);
      assertThat(attachment.get("contentType"))
          .isEqualTo("application/vnd.microsoft.card.adaptive");
      Map<?, ?> card = (Map<?, ?>) attachment.get("content");
      assertThat(card.get("type")).isEqualTo("AdaptiveCard");
      assertThat(
              ((List<?>) card.get("body"))
                  .stream().map(each -> String.valueOf(((Map<?, ?>) each).get("text"))))
          .startsWith(
              "nightly \\[release\\]\\(https://evil.example\\): succeeded", "\\*succeeded\\*");
    }
  }

  private static String verified(WebhookLab lab, String body, Map<String, String> headers)
      throws Exception {
    String script =
        """
        const { Webhook } = require('standardwebhooks');
        // the time of the test is not that of the machine
        Date.now = () => Number(JSON.parse(process.env.HEADERS)['webhook-timestamp']) * 1000;
        try {
          const event = new Webhook(process.env.SECRET).verify(process.env.BODY, JSON.parse(process.env.HEADERS));
          console.log(event.type);
        } catch (error) {
          console.log(error.message);
        }
        """;
    return Peers.node(script, environment(lab, body, headers)).outputOfSuccess().strip();
  }

  private static Map<String, String> environment(
      WebhookLab lab, String body, Map<String, String> headers) {
    return Map.of("SECRET", lab.secret().reveal(), "BODY", body, "HEADERS", Json.write(headers));
  }
}
