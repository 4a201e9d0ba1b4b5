package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

      Answer answer = transport.connection().send(put(server), BytesContent.of("hello"));

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
              .connection()
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

      Answer whole = transport.connection().send(put(server), BytesContent.of("x"));

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
              Problems.of(() -> transport.connection().send(put(server), BytesContent.of("x")))
                  .code())
          .isEqualTo(ProblemCode.ANSWER_LOST);
    }
  }

  @Test
  void nobody_there_is_unreachable() {
    URI nobody = URI.create("http://127.0.0.1:1/");

    assertThat(
            Problems.of(
                    () -> transport.connection().send(Request.get(nobody), BytesContent.of("x")))
                .code())
        .isEqualTo(ProblemCode.UNREACHABLE);
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_not_trusted() throws Exception {
    try (Lab lab = new Lab()) {
      URI address = URI.create(lab.apiEndpoint().toString());

      assertThat(
              Problems.of(
                      () -> transport.connection().send(Request.get(address), BytesContent.of("")))
                  .code())
          .isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void an_answer_that_comes_before_all_was_sent_is_returned() throws IOException {
    try (RawServer server =
        new RawServer(new RawServer.Refusal(RawServer.answer(503, "Retry-After: 7\r\n", "busy")))) {

      Answer answer =
          transport.connection().send(put(server), new BytesContent(new byte[20_000_000]));

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("retry-after")).contains("7");
      assertThat(answer.text()).isEqualTo("busy");
    }
  }

  @Test
  void a_host_that_stops_reading_is_left_after_the_stall_limit() throws IOException {
    try (RawServer server = new RawServer(silentFromTheHeadOn())) {

      Problem problem =
          Problems.of(
              () ->
                  transport.connection().send(put(server), new BytesContent(new byte[20_000_000])));

      assertThat(problem.code()).isEqualTo(ProblemCode.ANSWER_LOST);
      assertThat(problem.why()).contains("No byte moved");
    }
  }

  @Test
  void a_body_that_stops_coming_is_left_after_the_stall_limit() throws IOException {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 x\r\nContent-Length: 10\r\n\r\nhalf")) {

      Problem problem =
          Problems.of(
              () ->
                  transport
                      .connection()
                      .receive(Request.get(server.uri("/")), (head, body) -> body.readAllBytes()));

      assertThat(problem.code()).isEqualTo(ProblemCode.ANSWER_LOST);
      assertThat(problem.why()).contains("No byte moved");
    }
  }

  @Test
  void a_slow_reader_is_no_stall() throws Exception {
    String text = "x".repeat(2_000_000);
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", text))) {

      int read =
          transport
              .connection()
              .receive(
                  Request.get(server.uri("/")),
                  (head, body) -> {
                    int first = body.readNBytes(10).length;
                    awaitLongerThanTheStallLimit();
                    return first + body.readAllBytes().length;
                  });

      assertThat(read).isEqualTo(2_000_000);
    }
  }

  @Test
  void an_interruption_ends_a_request() throws Exception {
    try (RawServer server = new RawServer(silentFromTheHeadOn());
        BulkTransport patient =
            new SocketTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, events::add)) {
      CompletableFuture<ProblemCode> end = new CompletableFuture<>();
      Thread worker =
          new Thread(
              () ->
                  end.complete(
                      Problems.of(
                              () -> patient.connection().send(put(server), BytesContent.of("x")))
                          .code()));
      worker.start();
      while (server.heads.isEmpty()) {
        Thread.onSpinWait();
      }

      worker.interrupt();

      assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ProblemCode.INTERRUPTED);
    }
  }

  @Test
  void closing_the_transport_ends_what_is_under_way_and_what_would_follow() throws Exception {
    try (RawServer server = new RawServer(silentFromTheHeadOn())) {
      BulkTransport closing =
          new SocketTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, events::add);
      BulkConnection connection = closing.connection();
      CompletableFuture<ProblemCode> end =
          CompletableFuture.supplyAsync(
              () -> Problems.of(() -> connection.send(put(server), BytesContent.of("x"))).code());
      while (server.heads.isEmpty()) {
        Thread.onSpinWait();
      }

      closing.close();

      assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(ProblemCode.ANSWER_LOST);
      assertThat(Problems.of(() -> connection.send(put(server), BytesContent.of("x"))).code())
          .isEqualTo(ProblemCode.UNREACHABLE);
    }
  }

  @Test
  void what_the_content_throws_passes_through_and_the_request_is_not_completed()
      throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, "", ""))) {
      Content vanishing =
          new Content() {
            @Override
            public long length() {
              return 100;
            }

            @Override
            public void writeTo(WritableByteChannel out) throws IOException {
              out.write(ByteBuffer.allocate(50));
              throw Problem.of(ProblemCode.FILE_CHANGED, "it changed").raise();
            }
          };

      Problem problem = Problems.of(() -> transport.connection().send(put(server), vanishing));

      assertThat(problem.code()).isEqualTo(ProblemCode.FILE_CHANGED);
      assertThat(server.lastBody.length).isLessThan(100);
    }
  }

  @Test
  void an_answer_is_told_with_its_request_id_and_without_secrets() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(201, "x-ms-request-id: 77\r\n", ""))) {

      transport
          .connection()
          .send(
              new Request(
                  "PUT", server.uri("/a?sig=canary&sp=w"), Map.of(), Body.empty(), Repeat.ALWAYS),
              BytesContent.of("x"));

      assertThat(events)
          .singleElement()
          .isInstanceOfSatisfying(
              Event.Answered.class,
              it -> {
                assertThat(it.requestId()).isEqualTo("77");
                assertThat(it.address()).endsWith("/a?sig=***&sp=w");
              });
    }
  }

  @Test
  void a_header_cannot_smuggle_in_another_one() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(201, "", ""))) {
      Request request = put(server).header("X-Name", "a\r\nX-Other: b");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> transport.connection().send(request, BytesContent.of("x")));
    }
  }

  private static void awaitLongerThanTheStallLimit() {
    try {
      assertThat(new CountDownLatch(1).await(SHORT.stall().toMillis() * 2, TimeUnit.MILLISECONDS))
          .isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads the head, and neither reads nor answers from there on. */
  private static RawServer.Script silentFromTheHeadOn() {
    CountDownLatch never = new CountDownLatch(1);
    return new RawServer.Script() {
      @Override
      public void answer(int number, String head, OutputStream out) throws IOException {
        try {
          never.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }

      @Override
      public boolean answersTheHead() {
        return true;
      }
    };
  }

  private static Request put(RawServer server) {
    return new Request(
        "PUT", server.uri("/blob?a=%2B"), Map.of("X-Kind", "block"), Body.empty(), Repeat.ALWAYS);
  }
}
