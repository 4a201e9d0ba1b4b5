package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  private static final String ENVIRONMENTS = "/environmentinfo/v1/detail/project/";

  private final Lab lab;

  AccessTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "deploy,   1234567, 200",
    "deploy,   7654321, 403",
    "deploy,   42,      404",
    "deploy,   x,       404",
    "owner,    7654321, 200",
    "reader,   1234567, 200",
    "newcomer, 1234567, 403",
    "outsider, 1234567, 403",
  })
  void a_project_is_open_to_members_that_have_opened_it(String account, String project, int status)
      throws Exception {
    Lab.Answer environments =
        lab.send(lab.lcs(ENVIRONMENTS + project + "/?page=1", lab.token(account)));
    Lab.Answer assets =
        lab.send(
            lab.lcs("/box/fileasset/GetAssets/" + project + "?fileType=10", lab.token(account)));

    assertThat(environments.status()).isEqualTo(status);
    assertThat(assets.status()).isEqualTo(status);
  }

  @Test
  void a_refusal_outside_the_envelope_carries_a_message() throws Exception {
    Lab.Answer answer = lab.get(ENVIRONMENTS + "7654321/?page=1");

    assertThat(answer.text("Message")).contains("7654321");
  }

  @Test
  void a_request_without_a_token_is_not_let_in() throws Exception {
    Lab.Answer answer =
        lab.send(
            HttpRequest.newBuilder(
                URI.create(lab.emulator.addresses().apiEndpoint() + ENVIRONMENTS + "1234567/")));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void a_token_for_another_api_is_not_let_in() throws Exception {
    String graph =
        lab.signIn(Map.of("scope", "https://graph.microsoft.com/.default")).text("access_token");

    assertThat(lab.send(lab.lcs(ENVIRONMENTS + "1234567/", graph)).status()).isEqualTo(401);
  }

  @Test
  void a_token_with_another_signature_is_not_let_in() throws Exception {
    String token = lab.token();
    String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";

    assertThat(lab.send(lab.lcs(ENVIRONMENTS + "1234567/", forged)).status()).isEqualTo(401);
  }

  @Test
  void an_expired_token_is_not_let_in() throws Exception {
    String token = lab.token();

    lab.clock.turn(Duration.ofSeconds(4227));
    int before = lab.send(lab.lcs(ENVIRONMENTS + "1234567/", token)).status();
    lab.clock.turn(Duration.ofSeconds(1));
    int after = lab.send(lab.lcs(ENVIRONMENTS + "1234567/", token)).status();

    assertThat(before).isEqualTo(200);
    assertThat(after).isEqualTo(401);
  }

  @Test
  void the_audience_may_end_in_a_slash() throws Exception {
    String scope = lab.emulator.addresses().apiEndpoint() + "//.default";
    String token = lab.signIn(Map.of("scope", scope)).text("access_token");

    assertThat(lab.send(lab.lcs(ENVIRONMENTS + "1234567/", token)).status()).isEqualTo(200);
  }

  @Test
  void the_environment_apis_want_their_version_header() throws Exception {
    URI url = URI.create(lab.emulator.addresses().apiEndpoint() + ENVIRONMENTS + "1234567/");

    Lab.Answer answer =
        lab.send(HttpRequest.newBuilder(url).header("Authorization", "Bearer " + lab.token()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("Message")).contains("x-ms-version");
  }
}
