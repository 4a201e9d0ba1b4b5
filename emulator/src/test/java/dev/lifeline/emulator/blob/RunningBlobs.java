package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** A blob service behind plain HTTP, at a time that the test sets, and requests to it. */
final class RunningBlobs implements AutoCloseable {
  static final String CONTAINER = "assets";
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final BlobService service;
  final BlobStorage storage;
  private final LoopbackServer server;
  private final URI endpoint;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningBlobs(Opening opening) throws IOException {
    service = opening.open(now::get);
    server = LoopbackServer.start(0, null, service);
    endpoint = URI.create("http://localhost:" + server.port());
    storage = service.storageAt(endpoint, CONTAINER);
  }

  private interface Opening {
    BlobService open(InstantSource time) throws IOException;
  }

  static RunningBlobs start() throws IOException {
    return new RunningBlobs(time -> BlobService.temporary(time, new SecureRandom()));
  }

  static RunningBlobs startIn(Path folder) throws IOException {
    return new RunningBlobs(time -> BlobService.kept(folder, time, new SecureRandom()));
  }

  URI endpoint() {
    return endpoint;
  }

  /** The URL of a blob with a SAS for it alone that lasts an hour. */
  String url(String blob, String permissions) {
    var terms = new SasTerms(permissions, null, now.get().plus(Duration.ofHours(1)), false);
    return urlWith(blob, service.signer().forBlob(CONTAINER, blob, terms));
  }

  String urlWith(String blob, String sas) {
    return "%s/%s/%s/%s?%s".formatted(endpoint, BlobAccount.EMULATOR_NAME, CONTAINER, blob, sas);
  }

  HttpResponse<byte[]> get(String url, String... headers) throws Exception {
    return send("GET", url, new byte[0], headers);
  }

  HttpResponse<byte[]> put(String url, byte[] body, String... headers) throws Exception {
    return send("PUT", url, body, headers);
  }

  HttpResponse<byte[]> send(String method, String url, byte[] body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofByteArray(body));
    return client.send(
        headers.length == 0 ? request.build() : request.headers(headers).build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> putBlock(String url, String id, byte[] body, String... headers)
      throws Exception {
    return put(url + "&comp=block&blockid=" + id.replace("=", "%3D"), body, headers);
  }

  HttpResponse<byte[]> putBlockList(String url, Iterable<String> ids, String... headers)
      throws Exception {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
    ids.forEach(id -> xml.append("<Latest>").append(id).append("</Latest>"));
    xml.append("</BlockList>");
    return put(url + "&comp=blocklist", bytes(xml.toString()), headers);
  }

  static String id(int number) {
    return Base64.getEncoder().encodeToString(bytes("%06d".formatted(number)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static String code(HttpResponse<byte[]> response) {
    return response.headers().firstValue("x-ms-error-code").orElse("");
  }

  @Override
  public void close() throws IOException {
    server.close();
    service.close();
  }
}
