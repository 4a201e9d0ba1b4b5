package dev.lifeline.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private final AtomicReference<Service> service = new AtomicReference<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, null, call -> service.get().answer(call));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_path_is_given_raw_and_in_decoded_parts() throws Exception {
    service.set(call -> Reply.status(200).json(List.of(call.path(), call.segments())));

    HttpResponse<String> answer = send("GET", "/a%2Fb/gr%C3%B6%C3%9Fe+1//end", "");

    assertThat(answer.body())
        .isEqualTo("[\"/a%2Fb/gr%C3%B6%C3%9Fe+1//end\",[\"a/b\",\"größe+1\",\"end\"]]");
  }

  @Test
  void a_query_is_given_raw_and_as_decoded_parameters() throws Exception {
    service.set(call -> Reply.status(200).json(List.of(call.query(), call.queryParameters())));

    HttpResponse<String> answer = send("GET", "/?a=1+2&sig=%2B%3D&empty&a=3", "");

    assertThat(answer.body())
        .isEqualTo(
            "[\"a=1+2&sig=%2B%3D&empty&a=3\",{\"a\":\"1 2\",\"sig\":\"+=\",\"empty\":\"\"}]");
  }

  @Test
  void the_fields_of_a_form_are_decoded() throws Exception {
    service.set(call -> Reply.status(200).json(call.form()));

    HttpResponse<String> answer = send("POST", "/", "user=a%40b.c&pass=%26+%25+100%");

    assertThat(answer.body()).isEqualTo("{\"user\":\"a@b.c\",\"pass\":\"& % 100%\"}");
  }

  @Test
  void a_text_of_more_than_a_mebibyte_is_answered_with_413() throws Exception {
    service.set(call -> Reply.status(200).text("text/plain", call.bodyText()));

    assertThat(send("POST", "/", "x".repeat(Call.TEXT_LIMIT)).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/", "x".repeat(Call.TEXT_LIMIT + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void head_has_the_length_of_the_body_that_it_leaves_out() throws Exception {
    service.set(call -> Reply.status(200).text("text/plain", "content"));

    HttpResponse<String> answer = send("HEAD", "/", "");

    assertThat(answer.headers().firstValue("Content-Length")).hasValue("7");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void a_header_replaces_one_of_the_same_name() {
    Reply reply = Reply.status(200).json(Map.of()).header("content-type", "text/html");

    assertThat(reply.headers()).containsExactly(Map.entry("content-type", "text/html"));
  }

  @Test
  void an_answer_before_the_body_was_read_leaves_the_connection_usable() throws Exception {
    service.set(call -> Reply.status(403));
    try (var connection = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      byte[] body = new byte[3 << 20];
      OutputStream out = connection.getOutputStream();

      for (int request = 0; request < 2; request++) {
        String head = "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n";
        out.write(head.formatted(body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);

        assertThat(readHead(connection.getInputStream())).startsWith("HTTP/1.1 403 ");
      }
    }
  }

  @Test
  void a_cut_answer_is_no_answer() {
    service.set(call -> Reply.status(200).cut());

    assertThatThrownBy(() -> send("GET", "/", "")).isInstanceOf(IOException.class);
  }

  @Test
  void an_answer_can_end_within_its_body() throws Exception {
    service.set(call -> Reply.status(200).text("text/plain", "0123456789").cutAfter(4));
    try (var connection = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      connection
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String all =
          new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(all).contains("Content-length: 10").endsWith("\r\n\r\n0123");
    }
  }

  @Test
  void a_service_that_fails_is_answered_with_500() throws Exception {
    service.set(
        call -> {
          throw new IllegalStateException("secret");
        });

    HttpResponse<String> answer = send("GET", "/", "");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void bodies_of_any_size_pass_in_both_directions() throws Exception {
    long size = 64L << 20;
    service.set(
        call -> {
          long count = call.body().transferTo(OutputStream.nullOutputStream());
          return Reply.status(200).stream(count, out -> writeZeros(count, out));
        });
    HttpRequest request =
        HttpRequest.newBuilder(address("/"))
            .PUT(BodyPublishers.ofInputStream(() -> new Zeros(size)))
            .build();

    HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());

    try (InputStream body = answer.body()) {
      assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
    }
  }

  @Test
  void the_system_does_not_hold_answers_back() throws Exception {
    service.set(call -> Reply.status(200).text("text/plain", "content"));
    Instant begin = Instant.now();

    for (int request = 0; request < 100; request++) {
      send("GET", "/", "");
    }

    // 40 ms for each answer would make four seconds
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void after_closing_nobody_listens() {
    int port = server.port();

    server.close();

    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(IOException.class);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(path)).method(method, BodyPublishers.ofString(body)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static String readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void writeZeros(long count, OutputStream out) throws IOException {
    new Zeros(count).transferTo(out);
  }

  /** A stream of so many zeros. */
  private static final class Zeros extends InputStream {
    private long remaining;

    Zeros(long size) {
      remaining = size;
    }

    @Override
    public int read() {
      return remaining-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (remaining <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, remaining);
      remaining -= count;
      return count;
    }
  }
}
