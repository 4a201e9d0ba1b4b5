package dev.lifeline.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections are made, kept and given up, and the way through a proxy. */
class SocketConnectionsTest {
  private static final TimeLimits SHORT =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(300));

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final BulkTransport transport =
      new SocketTransport(NetworkSettings.DEFAULTS, SHORT, time, events::add);

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void one_connection_carries_many_requests() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, "", "ok"))) {
      BulkConnection connection = transport.connection();

      connection.send(put(server), BytesContent.of("first"));
      connection.send(put(server), BytesContent.of("second"));
      connection.receive(Request.get(server.uri("/")), (head, body) -> body.readAllBytes());

      assertThat(server.heads).hasSize(3);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void a_connection_that_was_given_back_serves_whoever_comes_next() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, "", "ok"))) {

      try (BulkConnection first = transport.connection()) {
        first.send(put(server), BytesContent.of("x"));
      }
      try (BulkConnection next = transport.connection()) {
        next.send(put(server), BytesContent.of("y"));
      }

      assertThat(server.heads).hasSize(2);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void what_was_given_back_serves_no_other_host() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, "", "ok"));
        RawServer other = RawServer.answering(RawServer.answer(201, "", "ok"))) {

      try (BulkConnection first = transport.connection()) {
        first.send(put(server), BytesContent.of("x"));
      }
      try (BulkConnection next = transport.connection()) {
        next.send(put(other), BytesContent.of("y"));
      }

      assertThat(other.heads).hasSize(1);
    }
  }

  @Test
  void what_was_given_back_and_has_ended_meanwhile_is_let_go() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              RawServer.write(out, RawServer.answer(201, "", ""));
              if (number == 0) {
                out.close();
                ended.countDown();
              }
            })) {
      try (BulkConnection first = transport.connection()) {
        first.send(put(server), BytesContent.of("x"));
      }
      ended.await();

      Answer second = transport.connection().send(put(server), BytesContent.of("y"));

      assertThat(second.status()).isEqualTo(201);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_that_the_host_has_ended_meanwhile_is_made_anew() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              RawServer.write(out, RawServer.answer(201, "", ""));
              if (number == 0) {
                out.close();
                ended.countDown();
              }
            })) {
      BulkConnection connection = transport.connection();

      connection.send(put(server), BytesContent.of("x"));
      ended.await();
      Answer second = connection.send(put(server), BytesContent.of("y"));

      assertThat(second.status()).isEqualTo(201);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close\r\n", "connection: Close\r\n"})
  void a_connection_that_the_host_will_end_is_not_used_again(String header) throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, header, ""))) {
      BulkConnection connection = transport.connection();

      connection.send(put(server), BytesContent.of("x"));
      connection.send(put(server), BytesContent.of("y"));

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_body_that_was_not_read_whole_ends_its_connection_and_no_more() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", "long"))) {
      BulkConnection connection = transport.connection();

      connection.receive(Request.get(server.uri("/")), (head, body) -> body.read());
      byte[] whole =
          connection.receive(Request.get(server.uri("/")), (head, body) -> body.readAllBytes());

      assertThat(whole).asString(StandardCharsets.UTF_8).isEqualTo("long");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_plain_request_through_a_proxy_names_its_target_in_full_and_says_who_asks()
      throws IOException {
    String credentials = Base64.getEncoder().encodeToString("me:canary".getBytes(UTF_8));
    try (TestProxy proxy = new TestProxy(1, credentials);
        BulkTransport through = through(proxy, Secret.of("canary"))) {
      URI address = URI.create("http://store.invalid/blob?a=1");

      Answer answer = through.connection().send(Request.get(address), BytesContent.of(""));

      assertThat(answer.text()).isEqualTo("proxied");
      assertThat(proxy.heads)
          .singleElement()
          .asString()
          .startsWith("GET http://store.invalid/blob?a=1 HTTP/1.1\r\nHost: store.invalid\r\n");
    }
  }

  @Test
  void a_proxy_that_does_not_know_the_password_is_named() throws IOException {
    try (TestProxy proxy = new TestProxy(1, "other");
        BulkTransport through = through(proxy, Secret.of("canary"))) {
      URI address = URI.create("https://store.invalid/blob");

      Problem problem =
          Problems.of(() -> through.connection().send(Request.get(address), BytesContent.of("")));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(problem.message()).contains("proxy does not accept");
    }
  }

  private BulkTransport through(TestProxy proxy, Secret password) {
    return new SocketTransport(
        new NetworkSettings(null, new Proxy("127.0.0.1", proxy.port(), "me", password), List.of()),
        SHORT,
        time,
        events::add);
  }

  private static Request put(RawServer server) {
    return new Request(
        "PUT", server.uri("/blob?a=%2B"), Map.of("X-Kind", "block"), Body.empty(), Repeat.ALWAYS);
  }
}
