package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.crypto.NativeCrypto;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.SystemTime;
import dev.lifeline.emulator.tls.LoopbackCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for encrypted connections, whoever encrypts them. */
class EncryptedTransportTest {
  private static final LoopbackCertificate CERTIFICATE =
      LoopbackCertificate.fresh(InstantSource.system(), new SecureRandom());

  @TempDir private Path folder;

  /** The two that encrypt. */
  enum Tls {
    CONSCRYPT,
    JDK;

    Optional<Provider> provider() {
      return this == CONSCRYPT ? NativeCrypto.provider() : Optional.empty();
    }
  }

  @Test
  void this_machine_has_the_native_one() {
    assertThat(NativeCrypto.provider().map(Provider::getName)).contains("Conscrypt");
  }

  @ParameterizedTest
  @EnumSource
  void a_large_content_and_a_large_answer_arrive_whole(Tls tls) throws IOException {
    StringBuilder text = new StringBuilder(3_000_001);
    new Random(1).ints(3_000_001, ' ', '~').forEach(text::appendCodePoint);
    try (RawServer server = echoing();
        BulkTransport transport = transport(tls, authority(), null);
        BulkConnection connection = transport.connection()) {

      byte[] answer =
          connection.receive(
              new Request(
                  "PUT",
                  uri(server),
                  Map.of(),
                  Body.text("text/plain", text.toString()),
                  Repeat.ALWAYS),
              (head, body) -> body.readAllBytes());
      Answer second =
          connection.send(
              new Request("PUT", uri(server), Map.of(), Body.empty(), Repeat.ALWAYS),
              BytesContent.of("x"));

      assertThat(answer).asString(StandardCharsets.UTF_8).isEqualTo(text.toString());
      assertThat(second.text()).isEqualTo("x");
      assertThat(server.connections()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_unknown_authority_is_not_trusted(Tls tls) throws IOException {
    try (RawServer server = answering("never");
        BulkTransport transport = transport(tls, null, null)) {

      Problem problem = Problems.of(() -> ask(transport, uri(server)));

      assertThat(problem.code()).isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
      assertThat(server.heads).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_trusted_certificate_for_another_name_is_not_accepted(Tls tls) throws IOException {
    try (RawServer server = answering("never");
        TestProxy proxy = new TestProxy(server.port(), null);
        BulkTransport transport = transport(tls, authority(), proxy)) {

      Problem problem =
          Problems.of(() -> ask(transport, URI.create("https://store.invalid/secret")));

      assertThat(problem.code()).isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
      assertThat(server.heads).isEmpty();
      assertThat(proxy.heads).singleElement().asString().startsWith("CONNECT store.invalid:443 ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_host_that_hangs_up_during_the_handshake_is_unreachable(Tls tls) throws IOException {
    try (ServerSocket server = hangingUp();
        BulkTransport transport = transport(tls, null, null)) {

      Problem problem =
          Problems.of(
              () -> ask(transport, URI.create("https://127.0.0.1:" + server.getLocalPort() + "/")));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_that_comes_before_all_was_sent_is_returned(Tls tls) throws IOException {
    try (RawServer server =
            new RawServer(
                sockets(),
                new RawServer.Refusal(
                    RawServer.answer(403, "x-ms-error-code: AuthenticationFailed\r\n", "")));
        BulkTransport transport = transport(tls, authority(), null);
        BulkConnection connection = transport.connection()) {

      Answer answer =
          connection.send(
              new Request("PUT", uri(server), Map.of(), Body.empty(), Repeat.ALWAYS),
              new BytesContent(new byte[20_000_000]));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("x-ms-error-code")).contains("AuthenticationFailed");
    }
  }

  private static Answer ask(BulkTransport transport, URI address) {
    try (BulkConnection connection = transport.connection()) {
      return connection.send(Request.get(address), BytesContent.of(""));
    }
  }

  private static RawServer echoing() throws IOException {
    RawServer[] self = new RawServer[1];
    self[0] =
        new RawServer(
            sockets(),
            (number, head, out) -> {
              byte[] body = self[0].lastBody;
              RawServer.write(out, "HTTP/1.1 200 x\r\nContent-Length: " + body.length + "\r\n\r\n");
              out.write(body);
            });
    return self[0];
  }

  private static ServerSocketFactory sockets() {
    return CERTIFICATE.sslContext().getServerSocketFactory();
  }

  private Path authority() throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), CERTIFICATE.authorityPem());
  }

  private static ServerSocket hangingUp() throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    CompletableFuture<Void> hungUp =
        CompletableFuture.runAsync(
            () -> {
              try {
                server.accept().close();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertThat(hungUp).isNotCompletedExceptionally();
    return server;
  }

  private static RawServer answering(String text) throws IOException {
    return new RawServer(
        sockets(), (number, head, out) -> RawServer.write(out, RawServer.answer(200, "", text)));
  }

  private static BulkTransport transport(
      Tls tls, @Nullable Path authority, @Nullable TestProxy through) {
    Proxy proxy = through == null ? null : new Proxy("127.0.0.1", through.port(), null, null);
    return new SocketTransport(
        new NetworkSettings(authority, proxy, List.of()),
        new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)),
        new Witness(new SystemTime(), Listener.NONE),
        tls::provider);
  }

  private static URI uri(RawServer server) {
    return URI.create("https://localhost:" + server.port() + "/blob");
  }
}
