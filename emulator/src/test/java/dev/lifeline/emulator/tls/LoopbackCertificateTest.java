package dev.lifeline.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.emulator.server.LoopbackServer;
import dev.lifeline.emulator.server.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackCertificateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void who_trusts_the_authority_reaches_the_server(String host) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.fresh(Clock.systemUTC(), RANDOM);

    int status = get(certificate, trusting(certificate.authorityPem()), host);

    assertThat(status).isEqualTo(200);
  }

  @Test
  void who_does_not_trust_the_authority_is_warned() throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.fresh(Clock.systemUTC(), RANDOM);
    LoopbackCertificate another = LoopbackCertificate.fresh(Clock.systemUTC(), RANDOM);

    assertThatThrownBy(() -> get(certificate, trusting(another.authorityPem()), "localhost"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void it_is_valid_from_yesterday_for_ten_years() {
    LoopbackCertificate certificate = LoopbackCertificate.fresh(InstantSource.fixed(NOON), RANDOM);

    assertThat(certificate.server().getNotBefore()).isEqualTo(NOON.minus(Duration.ofDays(1)));
    assertThat(certificate.server().getNotAfter()).isEqualTo(NOON.plus(Duration.ofDays(3650)));
  }

  @Test
  void the_authority_may_sign_and_the_server_may_only_serve() throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.fresh(InstantSource.fixed(NOON), RANDOM);

    assertThat(certificate.authority().getBasicConstraints()).isZero();
    assertThat(certificate.server().getBasicConstraints()).isNegative();
    assertThat(certificate.server().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.server().getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
  }

  @Test
  void what_is_kept_is_the_same_after_a_restart(@TempDir Path folder) throws Exception {
    LoopbackCertificate first = LoopbackCertificate.kept(folder, Clock.systemUTC(), RANDOM);

    LoopbackCertificate second = LoopbackCertificate.kept(folder, Clock.systemUTC(), RANDOM);

    assertThat(second.authorityPem()).isEqualTo(first.authorityPem());
    assertThat(get(second, trusting(first.authorityPem()), "localhost")).isEqualTo(200);
  }

  @Test
  void what_is_kept_is_readable_by_its_owner_alone(@TempDir Path folder) throws IOException {
    LoopbackCertificate.kept(folder, InstantSource.fixed(NOON), RANDOM);

    Path file = folder.resolve(LoopbackCertificate.FILE_NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void an_expired_certificate_is_replaced(@TempDir Path folder) throws IOException {
    LoopbackCertificate old = LoopbackCertificate.kept(folder, InstantSource.fixed(NOON), RANDOM);
    Instant later = NOON.plus(Duration.ofDays(3651));

    LoopbackCertificate fresh =
        LoopbackCertificate.kept(folder, InstantSource.fixed(later), RANDOM);

    assertThat(fresh.authorityPem()).isNotEqualTo(old.authorityPem());
  }

  @Test
  void a_damaged_file_is_named(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(LoopbackCertificate.FILE_NAME), "damaged");

    assertThatThrownBy(() -> LoopbackCertificate.kept(folder, InstantSource.fixed(NOON), RANDOM))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  private static int get(LoopbackCertificate certificate, SSLContext trust, String host)
      throws IOException, InterruptedException {
    try (LoopbackServer server =
        LoopbackServer.start(0, certificate.sslContext(), call -> Reply.status(200))) {
      URI address = URI.create("https://%s:%d/".formatted(host, server.port()));
      return HttpClient.newBuilder()
          .sslContext(trust)
          .build()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static SSLContext trusting(String pem) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "authority",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
