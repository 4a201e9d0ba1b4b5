package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Event;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTransportTest {
  private static final TimeLimits SHORT =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(300));

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Transport transport = transport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS);
  private final Transport impatient = transport(NetworkSettings.DEFAULTS, SHORT);

  @AfterEach
  void close() {
    transport.close();
    impatient.close();
  }

  @Test
  void a_request_arrives_with_its_method_headers_and_body() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(200, "X-Kind: Good\r\n", "ü"))) {

      Answer answer =
          transport.send(
              Request.post(server.uri("/a?b=%20c"), Body.json("{}")).header("X-Asked", "yes"));

      assertThat(answer.text()).isEqualTo("ü");
      assertThat(answer.header("x-kind")).contains("Good");
      assertThat(server.heads)
          .singleElement()
          .asString()
          .startsWith("POST /a?b=%20c HTTP/1.1")
          .contains("Content-Type: application/json", "Content-Length: 2", "X-Asked: yes");
    }
  }

  @Test
  void a_post_without_a_body_says_so() throws IOException {
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", ""))) {

      transport.send(Request.post(server.uri("/"), Body.empty()));

      assertThat(server.heads).singleElement().asString().contains("Content-Length: 0");
    }
  }

  @Test
  void a_redirect_is_not_followed_so_that_no_token_leaves_its_host() throws IOException {
    try (RawServer other = RawServer.answering(RawServer.answer(200, "", "caught"));
        RawServer server =
            RawServer.answering(
                RawServer.answer(302, "Location: " + other.uri("/") + "\r\n", ""))) {

      Answer answer =
          transport.send(Request.get(server.uri("/")).header("Authorization", "Bearer canary"));

      assertThat(answer.status()).isEqualTo(302);
      assertThat(other.heads).isEmpty();
    }
  }

  @Test
  void an_answer_is_told_with_its_request_id_and_without_secrets() throws IOException {
    try (RawServer server =
        RawServer.answering(RawServer.answer(200, "x-ms-request-id: 77\r\n", "canary"))) {

      transport.send(
          Request.get(server.uri("/a?sig=canary&sp=r")).header("Authorization", "canary"));

      assertThat(events)
          .singleElement()
          .isInstanceOfSatisfying(
              Event.Answered.class,
              it -> {
                assertThat(it.requestId()).isEqualTo("77");
                assertThat(it.address()).endsWith("/a?sig=***&sp=r");
                assertThat(it.toString()).doesNotContain("canary");
              });
    }
  }

  @Test
  void a_host_that_refuses_is_unreachable() throws IOException {
    RawServer gone = RawServer.answering("");
    gone.close();

    Problem problem = Problems.of(() -> transport.send(Request.get(gone.uri("/"))));

    assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
    assertThat(problem.why()).contains("refuses the connection");
  }

  @Test
  void a_host_that_nobody_knows_is_unreachable() {
    URI nowhere = URI.create("https://nowhere.invalid/");

    Problem problem = Problems.of(() -> transport.send(Request.get(nowhere)));

    assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
    assertThat(problem.why()).contains("DNS");
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_not_trusted() throws Exception {
    try (Lab lab = new Lab()) {
      URI lcs = lab.emulator.addresses().apiEndpoint();

      Problem problem = Problems.of(() -> transport.send(Request.get(lcs)));

      assertThat(problem.code()).isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
      assertThat(problem.fixes()).first().asString().contains("--ca-certificate");
    }
  }

  @Test
  void an_authority_from_a_file_is_trusted() throws Exception {
    try (Lab lab = new Lab();
        Transport trusting = transport(lab.network(), TimeLimits.DEFAULTS)) {

      Answer answer = trusting.send(Request.get(lab.emulator.addresses().apiEndpoint()));

      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Test
  void a_file_without_a_certificate_is_unusable(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");

    assertThat(Problems.of(() -> transport(trusting(file), SHORT)).code())
        .isEqualTo(ProblemCode.FILE_UNREADABLE);
    assertThat(Problems.of(() -> transport(trusting(folder.resolve("none.pem")), SHORT)).code())
        .isEqualTo(ProblemCode.FILE_NOT_FOUND);
  }

  @Test
  void an_answer_that_is_cut_is_lost() throws IOException {
    try (RawServer server =
        new RawServer(
            (number, head, out) -> {
              RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
              throw new IOException("cut");
            })) {

      assertThat(Problems.of(() -> transport.send(Request.get(server.uri("/")))).code())
          .isEqualTo(ProblemCode.ANSWER_LOST);
    }
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_lost() throws IOException {
    try (RawServer server = silent()) {

      Problem problem = Problems.of(() -> impatient.send(Request.get(server.uri("/a?sig=canary"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.ANSWER_LOST);
      assertThat(problem.toString()).doesNotContain("canary");
    }
  }

  @Test
  void a_body_that_stops_coming_is_lost() throws IOException {
    try (RawServer server = stalling()) {

      assertThat(
              Problems.of(
                      () ->
                          impatient.receive(
                              Request.get(server.uri("/")), (head, body) -> body.readAllBytes()))
                  .code())
          .isEqualTo(ProblemCode.ANSWER_LOST);
    }
  }

  @Test
  void a_slow_reader_is_no_stalled_body() throws IOException {
    String text = "x".repeat(200_000);
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", text))) {
      CountDownLatch never = new CountDownLatch(1);

      long read =
          impatient.receive(
              Request.get(server.uri("/")),
              (head, body) -> {
                int first = body.readNBytes(10).length;
                awaitLongerThanTheStallLimit(never);
                return first + body.readAllBytes().length;
              });

      assertThat(read).isEqualTo(200_000);
    }
  }

  @Test
  void an_interruption_ends_a_request() throws Exception {
    try (RawServer server = silent()) {
      Request request = Request.get(server.uri("/"));

      assertThat(codeWhenInterrupted(server, () -> transport.send(request)))
          .isEqualTo(ProblemCode.INTERRUPTED);
    }
  }

  @Test
  void an_interruption_ends_the_reading_of_a_body() throws Exception {
    try (RawServer server = stalling()) {
      Request request = Request.get(server.uri("/"));

      assertThat(
              codeWhenInterrupted(
                  server, () -> transport.receive(request, (head, body) -> body.readAllBytes())))
          .isEqualTo(ProblemCode.INTERRUPTED);
    }
  }

  @Test
  void no_thread_is_left_after_closing() throws Exception {
    List<Thread> before = threads();
    Transport mine = transport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS);
    try (RawServer server = RawServer.answering(RawServer.answer(200, "", ""))) {
      mine.send(Request.get(server.uri("/")));
      List<Thread> own = threads().stream().filter(it -> !before.contains(it)).toList();

      mine.close();

      for (Thread it : own) {
        it.join(5_000);
      }
      assertThat(own).isNotEmpty().noneMatch(Thread::isAlive);
    }
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().matches("(lifeline|HttpClient)-.*"))
        .toList();
  }

  private static void awaitLongerThanTheStallLimit(CountDownLatch never) {
    try {
      assertThat(never.await(SHORT.stall().toMillis() * 2, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ProblemCode codeWhenInterrupted(RawServer server, Runnable work) throws Exception {
    CompletableFuture<ProblemCode> end = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                work.run();
                end.complete(null);
              } catch (LifelineException e) {
                end.complete(e.code());
              }
            });
    worker.start();
    while (server.heads.isEmpty()) {
      Thread.onSpinWait();
    }
    worker.interrupt();
    return end.get(10, TimeUnit.SECONDS);
  }

  private static RawServer silent() throws IOException {
    RawServer[] self = new RawServer[1];
    self[0] = new RawServer((number, head, out) -> self[0].hang());
    return self[0];
  }

  private static RawServer stalling() throws IOException {
    RawServer[] self = new RawServer[1];
    self[0] =
        new RawServer(
            (number, head, out) -> {
              RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
              self[0].hang();
            });
    return self[0];
  }

  private static NetworkSettings trusting(Path file) {
    return new NetworkSettings(file, null, List.of());
  }

  private Transport transport(NetworkSettings settings, TimeLimits limits) {
    return new JdkTransport(settings, limits, time, events::add);
  }
}
