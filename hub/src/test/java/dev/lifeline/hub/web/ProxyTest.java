package dev.lifeline.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.time.SystemTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProxyTest {
  @Test
  void a_proxy_of_the_hubs_own_says_where_a_request_comes_from() throws Exception {
    try (WebServer server = start(true)) {
      HttpResponse<String> answer = get(server, "6.6.6.6, 203.0.113.7", "https");

      assertThat(answer.body()).startsWith("https://").endsWith(" from 203.0.113.7");
    }
  }

  @Test
  void nobody_else_does() throws Exception {
    try (WebServer server = start(false)) {
      HttpResponse<String> answer = get(server, "203.0.113.7", "https");

      assertThat(answer.body()).startsWith("http://").endsWith(" from 127.0.0.1");
    }
  }

  @Test
  void what_no_proxy_says_does_not_count() throws Exception {
    try (WebServer server = start(true)) {
      HttpResponse<String> answer = get(server, "x".repeat(65), "javascript");

      assertThat(answer.body()).startsWith("http://").endsWith(" from 127.0.0.1");
    }
  }

  @Test
  void a_cookie_is_for_encrypted_ways_where_there_are_such() throws Exception {
    try (WebServer server = start(true)) {
      String safe = get(server, "", "https").headers().firstValue("set-cookie").orElseThrow();
      String plain = get(server, "", "http").headers().firstValue("set-cookie").orElseThrow();

      assertThat(safe).startsWith("__Host-name=value; Path=/; ").endsWith("; Secure");
      assertThat(plain).startsWith("name=value; Path=/; ").doesNotContain("Secure", "Domain");
    }
  }

  private static WebServer start(boolean behindProxy) throws IOException {
    Mount mount =
        new Mount(
            "WHERE",
            Method.GET,
            "/where",
            true,
            http ->
                Reply.text(200, http.address() + " from " + http.from())
                    .cookie(Cookie.of("name", Secret.of("value"), Duration.ofDays(1), http)));
    return new WebServer(
        new WebSettings("127.0.0.1", 0, 1000, null, behindProxy),
        List.of(mount),
        new SystemTime(),
        UUID::randomUUID,
        (route, method, status, duration) -> {},
        Pages.PLAIN);
  }

  private static HttpResponse<String> get(WebServer server, String from, String scheme)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/where"))
                .header("X-Forwarded-For", from)
                .header("X-Forwarded-Proto", scheme)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
