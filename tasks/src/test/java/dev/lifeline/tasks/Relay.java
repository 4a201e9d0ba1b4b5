package dev.lifeline.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeline.emulator.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Stands between the command and an emulator and sees the secrets that are handed out. */
final class Relay implements AutoCloseable {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:(?:access|refresh|id)_token|device_code)\":\"([^\"]+)\"");
  private static final Pattern SIGNATURE = Pattern.compile("[?&]sig=([^&\"\\\\]+)");

  final Set<String> tokens = ConcurrentHashMap.newKeySet();
  final Set<String> signatures = ConcurrentHashMap.newKeySet();

  private final Addresses emulator;
  private final HttpClient client;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer entra;
  private final HttpServer lcs;
  private final HttpServer graph;

  Relay(Addresses emulator) throws IOException, GeneralSecurityException {
    this.emulator = emulator;
    this.client = HttpClient.newBuilder().sslContext(trust(emulator)).build();
    this.entra = serve(emulator.authenticationEndpoint().resolve("/"));
    this.lcs = serve(emulator.apiEndpoint().resolve("/"));
    this.graph = serve(emulator.graphEndpoint().resolve("/"));
  }

  URI authenticationEndpoint() {
    return URI.create(address(entra) + emulator.authenticationEndpoint().getPath());
  }

  URI apiEndpoint() {
    return URI.create(address(lcs));
  }

  URI graphEndpoint() {
    return URI.create(address(graph));
  }

  @Override
  public void close() {
    entra.stop(0);
    lcs.stop(0);
    graph.stop(0);
    threads.shutdownNow();
  }

  private HttpServer serve(URI target) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> forward(exchange, target));
    server.start();
    return server;
  }

  private void forward(HttpExchange exchange, URI target) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofString(forTheEmulator(body)));
    for (String name : Set.of("Authorization", "Content-Type", "x-ms-version")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    HttpResponse<String> answer = send(request.build());
    TOKEN.matcher(answer.body()).results().forEach(found -> tokens.add(found.group(1)));
    SIGNATURE.matcher(answer.body()).results().forEach(found -> signatures.add(found.group(1)));
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The token is for the emulator's own services, whatever addresses the command knows. */
  private String forTheEmulator(String body) {
    return replaced(
        replaced(body, apiEndpoint(), emulator.apiEndpoint()),
        graphEndpoint(),
        emulator.graphEndpoint());
  }

  private static String replaced(String body, URI known, URI real) {
    return body.replace(
        URLEncoder.encode(known.toString(), UTF_8), URLEncoder.encode(real.toString(), UTF_8));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String address(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static SSLContext trust(Addresses emulator) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var pem = Files.newInputStream(emulator.caCertificate())) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
