package dev.lifeline.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.SystemTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own TLS, with certificates that {@code openssl} makes and the JDK's client. */
class TlsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rsa:2048", "ec", "ed25519"})
  void a_client_that_trusts_the_certificate_is_answered(String algorithm) throws Exception {
    TlsFiles files = certificate("one", algorithm);
    try (WebServer server = start(files)) {
      HttpResponse<String> answer = get(server, files, "TLSv1.3");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("https");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));
    }
  }

  @Test
  void tls_1_2_is_the_oldest() throws Exception {
    TlsFiles files = certificate("one", "ec");
    try (WebServer server = start(files)) {
      assertThat(get(server, files, "TLSv1.2").statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> get(server, files, "TLSv1.1")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_pkcs12_file_with_its_password_will_do() throws Exception {
    TlsFiles pem = certificate("one", "rsa:2048");
    Path pkcs12 = folder.resolve("one.p12");
    openssl(
        "pkcs12",
        "-export",
        "-in",
        pem.certificate().toString(),
        "-inkey",
        pem.keyFile().toString(),
        "-out",
        pkcs12.toString(),
        "-passout",
        "pass:secret");
    try (WebServer server = start(new TlsFiles(pkcs12, null, Secret.of("secret")))) {
      assertThat(get(server, pem, "TLSv1.3").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void files_that_change_are_read_again_while_it_runs() throws Exception {
    TlsFiles files = certificate("one", "ec");
    TlsFiles next = certificate("two", "rsa:2048");
    Tls tls = new Tls(files);
    Files.copy(next.certificate(), files.certificate(), REPLACE);
    tls.look();
    String half = subject(tls);
    Files.copy(next.keyFile(), files.keyFile(), REPLACE);
    tls.look();

    assertThat(half).isEqualTo("CN=one");
    assertThat(subject(tls)).isEqualTo("CN=two");
    tls.close();
  }

  @Test
  void what_is_no_certificate_is_told() throws Exception {
    TlsFiles files = certificate("one", "ec");
    TlsFiles other = certificate("two", "ec");
    Path old = folder.resolve("old.pem");
    openssl(
        "rsa",
        "-in",
        certificate("three", "rsa:2048").keyFile().toString(),
        "-traditional",
        "-out",
        old.toString());

    assertRefused(new TlsFiles(files.certificate(), other.key(), null), "another one's");
    assertRefused(new TlsFiles(files.certificate(), old, null), "older form");
    assertRefused(new TlsFiles(files.keyFile(), null, null), "holds no certificate");
    assertRefused(new TlsFiles(folder.resolve("nowhere"), null, null), "cannot be read");
  }

  private static void assertRefused(TlsFiles files, String why) {
    assertThatThrownBy(() -> new Tls(files))
        .isInstanceOfSatisfying(
            LifelineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ProblemCode.CERTIFICATE_UNUSABLE);
              assertThat(e.problem().message()).contains(why);
            });
  }

  private static final java.nio.file.StandardCopyOption REPLACE =
      java.nio.file.StandardCopyOption.REPLACE_EXISTING;

  private static String subject(Tls tls) throws Exception {
    return ((X509Certificate) tls.keyStore().getCertificate("hub"))
        .getSubjectX500Principal()
        .getName();
  }

  private static WebServer start(TlsFiles files) throws IOException {
    Mount mount =
        new Mount(
            "WHERE",
            Method.GET,
            "/where",
            false,
            http -> Reply.text(200, http.address().replaceFirst(":.*", "")));
    return new WebServer(
        new WebSettings("127.0.0.1", 0, 1000, files, false),
        List.of(mount),
        new SystemTime(),
        UUID::randomUUID,
        (route, method, status, duration) -> {},
        Pages.PLAIN);
  }

  private static HttpResponse<String> get(WebServer server, TlsFiles trusted, String protocol)
      throws Exception {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    HttpClient client =
        HttpClient.newBuilder().sslContext(trusting(trusted)).sslParameters(parameters).build();
    URI uri = URI.create("https://localhost:" + server.port() + "/where");
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static SSLContext trusting(TlsFiles files) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var stream = Files.newInputStream(files.certificate())) {
      store.setCertificateEntry(
          "it", CertificateFactory.getInstance("X.509").generateCertificate(stream));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private TlsFiles certificate(String name, String algorithm) throws Exception {
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    List<String> command =
        new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "2", "-newkey", algorithm));
    if (algorithm.equals("ec")) {
      command.addAll(List.of("-pkeyopt", "ec_paramgen_curve:prime256v1"));
    }
    command.addAll(
        List.of(
            "-subj",
            "/CN=" + name,
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString()));
    openssl(command.toArray(String[]::new));
    return new TlsFiles(certificate, key, null);
  }

  private static void openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
