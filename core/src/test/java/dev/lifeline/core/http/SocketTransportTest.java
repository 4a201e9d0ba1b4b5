package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTransportTest {
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
  void a_content_arrives_whole_and_the_answer_comes_back() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(201, "ETag: \"1\"\r\n", "thanks"))) {

      Answer answer = transport.connection(server.uri("/")).send(put(server), content("hello"));

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.text()).isEqualTo("thanks");
      assertThat(answer.header("etag")).contains("\"1\"");
      assertThat(server.heads)
          .singleElement()
          .asString()
          .startsWith("PUT /blob?a=%2B HTTP/1.1")
          .contains("Content-Length: 5", "X-Kind: block");
    }
  }

  @Test
  void a_body_is_handed_over_as_it_comes() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(206, "", "content"))) {

      String text =
          transport
              .connection(server.uri("/"))
              .receive(
                  Request.get(server.uri("/")),
                  (head, body) ->
                      head.status() + new String(body.readAllBytes(), StandardCharsets.UTF_8));

      assertThat(text).isEqualTo("206content");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n2;x=y\r\n !\r\n0\r\nTrailer: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello !",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nhello !"
      })
  void every_way_to_say_where_a_body_ends_is_understood(String answer) throws IOException {
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              RawServer.write(out, answer);
              throw new IOException("the end");
            })) {

      Answer whole = transport.connection(server.uri("/")).send(put(server), content("x"));

      assertThat(whole.text()).isEqualTo("hello !");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "no http at all\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel"
      })
  void an_answer_that_is_none_or_is_cut_off_is_lost(String answer) throws IOException {
    try (RawServer server = RawServer.answering(answer)) {

      assertThat(
              Problems.of(
                      () -> transport.connection(server.uri("/")).send(put(server), content("x")))
                  .code())
          .isEqualTo(ProblemCode.ANSWER_LOST);
    }
  }

  @Test
  void nobody_there_is_unreachable() {
    URI nobody = URI.create("http://127.0.0.1:1/");

    assertThat(
            Problems.of(() -> transport.connection(nobody).send(Request.get(nobody), content("x")))
                .code())
        .isEqualTo(ProblemCode.UNREACHABLE);
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_not_trusted() throws Exception {
    try (Lab lab = new Lab()) {
      URI address = URI.create(lab.apiEndpoint().toString());

      assertThat(
              Problems.of(
                      () -> transport.connection(address).send(Request.get(address), content("")))
                  .code())
          .isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
    }
  }

  private static Request put(RawServer server) {
    return new Request(
        "PUT", server.uri("/blob?a=%2B"), Map.of("X-Kind", "block"), Body.empty(), Repeat.ALWAYS);
  }

  private static Content content(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
