package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryingTransportTest {
  private static final String GOOD = RawServer.answer(200, "", "good");

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Transport transport =
      new RetryingTransport(
          new JdkTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, events::add),
          new Retries(RetryPolicy.DEFAULTS, time, new Random(1), events::add));

  @AfterEach
  void close() {
    transport.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, 429, 2",
    "ALWAYS, 500, 2",
    "ALWAYS, 503, 2",
    "ALWAYS, 408, 2",
    "ALWAYS, 501, 1",
    "ALWAYS, 400, 1",
    "ALWAYS, 403, 1",
    "ALWAYS, 404, 1",
    "AFTER_AN_ANSWER, 429, 2",
    "AFTER_AN_ANSWER, 500, 2",
    "AFTER_AN_ANSWER, 503, 2",
    "AFTER_AN_ANSWER, 400, 1",
    "WHEN_NOT_CARRIED_OUT, 429, 2",
    "WHEN_NOT_CARRIED_OUT, 500, 1",
    "WHEN_NOT_CARRIED_OUT, 503, 1",
    "WHEN_NOT_CARRIED_OUT, 400, 1",
    "BY_THE_SENDER, 429, 1",
    "BY_THE_SENDER, 503, 1"
  })
  void an_answer_is_followed_by_another_try_only_where_the_request_allows_it(
      Repeat repeat, int status, int sent) throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(status, "", ""), GOOD)) {

      transport.send(Request.post(server.uri("/"), Body.json("{}")).repeat(repeat));

      assertThat(server.heads).hasSize(sent);
    }
  }

  @ParameterizedTest
  @CsvSource({"ALWAYS, 2", "AFTER_AN_ANSWER, 1", "WHEN_NOT_CARRIED_OUT, 1", "BY_THE_SENDER, 1"})
  void a_lost_answer_is_followed_by_another_try_only_when_twice_is_as_good_as_once(
      Repeat repeat, int sent) throws IOException {
    try (RawServer server = losingTheFirst()) {
      Request request = Request.post(server.uri("/"), Body.json("{}")).repeat(repeat);

      if (sent == 1) {
        assertThat(Problems.of(() -> transport.send(request)).code())
            .isEqualTo(ProblemCode.ANSWER_LOST);
      } else {
        assertThat(transport.send(request).text()).isEqualTo("good");
      }

      assertThat(server.heads).hasSize(sent);
    }
  }

  @ParameterizedTest
  @CsvSource({"ALWAYS", "AFTER_AN_ANSWER", "WHEN_NOT_CARRIED_OUT"})
  void a_refused_connection_is_tried_again_whatever_the_request(Repeat repeat) throws IOException {
    URI nobody = URI.create("http://127.0.0.1:" + freePort() + "/");

    ProblemCode code =
        Problems.of(() -> transport.send(Request.post(nobody, Body.json("{}")).repeat(repeat)))
            .code();

    assertThat(code).isEqualTo(ProblemCode.UNREACHABLE);
    assertThat(pauses()).hasSize(7);
  }

  @Test
  void what_a_server_asks_for_is_waited_for() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(503, "Retry-After: 42\r\n", ""), GOOD)) {

      transport.send(Request.get(server.uri("/")));

      assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(42));
    }
  }

  @Test
  void a_date_that_a_server_names_is_waited_for() throws IOException {
    try (RawServer server =
        RawServer.answering(
            RawServer.answer(429, "Retry-After: Mon, 23 Nov 2026 10:00:20 GMT\r\n", ""), GOOD)) {

      transport.send(Request.get(server.uri("/")));

      assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    }
  }

  @Test
  void throttling_without_a_time_waits_ten_seconds() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(429, "", ""), GOOD)) {

      transport.send(Request.get(server.uri("/")));

      assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void the_last_answer_is_the_callers() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(503, "", "sorry"))) {

      Answer answer = transport.send(Request.get(server.uri("/")));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).isEqualTo("sorry");
      assertThat(server.heads).hasSize(8);
    }
  }

  @Test
  void a_pause_beyond_the_budget_is_not_waited_for() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(429, "Retry-After: 301\r\n", ""))) {

      Answer answer = transport.send(Request.get(server.uri("/")));

      assertThat(answer.status()).isEqualTo(429);
      assertThat(time.elapsed()).isZero();
    }
  }

  @Test
  void all_pauses_together_stay_within_the_budget() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(429, "Retry-After: 100\r\n", ""))) {

      transport.send(Request.get(server.uri("/")));

      assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(5));
      assertThat(server.heads).hasSize(4);
    }
  }

  @Test
  void each_pause_is_told_without_the_signature() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(503, "", ""), GOOD)) {

      transport.send(Request.get(server.uri("/a?sp=r&sig=canary")));

      assertThat(pauses()).singleElement().asString().contains("HTTP 503").doesNotContain("canary");
      assertThat(events).asString().doesNotContain("canary");
    }
  }

  @Test
  void an_interrupted_thread_does_not_wait_for_another_try() throws IOException {
    try (RawServer server =
        new RawServer((number, head, out) -> RawServer.write(out, RawServer.answer(503, "", "")))) {
      Thread.currentThread().interrupt();

      ProblemCode code = Problems.of(() -> transport.send(Request.get(server.uri("/")))).code();

      assertThat(code).isEqualTo(ProblemCode.INTERRUPTED);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_proxy_that_does_not_accept_the_password_is_not_asked_again() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(407, "", ""))) {
      Request request = Request.get(server.uri("/"));

      assertThat(Problems.of(() -> transport.send(request)).code())
          .isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(Problems.of(() -> transport.receive(request, (head, body) -> "")).message())
          .contains("proxy");
      assertThat(server.heads).hasSize(2);
    }
  }

  private List<Event> pauses() {
    return events.stream().filter(Event.Retrying.class::isInstance).toList();
  }

  private static RawServer losingTheFirst() throws IOException {
    return new RawServer(
        (number, head, out) -> {
          if (number == 0) {
            throw new IOException("cut");
          }
          RawServer.write(out, GOOD);
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
