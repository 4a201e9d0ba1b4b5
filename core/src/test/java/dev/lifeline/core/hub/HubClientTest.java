package dev.lifeline.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import dev.lifeline.core.time.SystemTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubClientTest {
  private static final String TOKEN = "hub-access-token";

  @Test
  void a_token_is_asked_for_with_the_access_token() throws Exception {
    String body =
        "{\"accessToken\":\"t\",\"expires\":\"2026-11-27T12:00:00Z\",\"apiEndpoint\":\"https://lcsapi.lcs.dynamics.com\"}";
    try (RawServer server = answering(200, body)) {

      HubToken token = token(server);

      assertThat(token.value()).isEqualTo(Secret.of("t"));
      assertThat(token.expires()).isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
      assertThat(token.toString()).doesNotContain("\"t\"");
      assertThat(server.heads)
          .singleElement()
          .asString()
          .startsWith("POST /api/v1/connections/c1/token ")
          .containsIgnoringCase("authorization: Bearer " + TOKEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, {}, HUB_TOKEN_REFUSED",
    "403, {}, HUB_REFUSED",
    "404, <html>, HUB_REFUSED",
    "500, <html>, SERVICE_UNAVAILABLE",
    "200, <html>, SERVICE_UNAVAILABLE",
    "200, '{\"accessToken\":\"t\"}', SERVICE_UNAVAILABLE"
  })
  void what_is_no_token_is_told_as_such(int status, String body, ProblemCode code)
      throws Exception {
    try (RawServer server = answering(status, body)) {

      Problem problem = Problems.of(() -> token(server));

      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.fixes()).isNotEmpty();
      assertThat(problem.toString()).doesNotContain(TOKEN);
    }
  }

  @Test
  void what_the_hub_met_is_told_in_its_own_words() throws Exception {
    String body =
        "{\"message\":\"m\",\"error\":{\"code\":\"PASSWORD_WRONG\",\"message\":\"sign-in as 'a' was refused\","
            + "\"why\":\"Because.\",\"fix\":[\"mend it\"],\"step\":\"account\",\"details\":{\"aadsts\":50126}}}";
    try (RawServer server = answering(424, body)) {

      Problem problem = Problems.of(() -> token(server));

      assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_WRONG);
      assertThat(problem.message()).isEqualTo("sign-in as 'a' was refused");
      assertThat(problem.why()).isEqualTo("Because.");
      assertThat(problem.fixes()).containsExactly("mend it");
      assertThat(problem.step()).isEqualTo(SetupStep.ACCOUNT);
      assertThat(problem.details()).containsEntry("aadsts", 50126).containsKey("hub");
    }
  }

  private static HubToken token(RawServer server) {
    try (Transport transport =
        new JdkTransport(
            NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, new SystemTime(), Listener.NONE)) {
      return new HubClient(new HubEndpoint(server.uri("")), Secret.of(TOKEN), transport)
          .token("c1");
    }
  }

  private static RawServer answering(int status, String body) throws Exception {
    return RawServer.answering(RawServer.answer(status, "", body));
  }
}
