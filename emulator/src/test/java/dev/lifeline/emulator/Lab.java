package dev.lifeline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.token.TokenKey;
import dev.lifeline.emulator.world.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An emulator with a clock that the test turns, and a plain HTTP client before it. */
public final class Lab implements AutoCloseable {

  /** At this scale a minute of LCS passes with each real second. */
  public static final double SCALE = 60;

  private static final SigningKey KEY = TokenKey.generate(new SecureRandom());

  public final TurnedClock clock;
  public final List<Duration> pauses = new ArrayList<>();
  public final Emulator emulator;
  private final HttpClient http;

  public Lab() throws IOException, GeneralSecurityException {
    this(EmulatorSettings.DEFAULTS.withTimeScale(SCALE), new TurnedClock());
  }

  public Lab(EmulatorSettings settings, TurnedClock clock)
      throws IOException, GeneralSecurityException {
    this.clock = clock;
    this.emulator =
        Emulator.start(
            settings, Surroundings.ofTheMachine(pauses::add).withClock(clock).withSigningKey(KEY));
    this.http = HttpClient.newBuilder().sslContext(trust()).build();
  }

  /** What came back. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {

    public Map<String, Object> json() {
      return Json.parseObject(body);
    }

    public List<?> list() {
      return (List<?>) Json.parse(body);
    }

    public String text(String field) {
      return (String) json().get(field);
    }
  }

  /** Trusts the emulator's authority and no other. */
  public SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (var pem = Files.newInputStream(emulator.addresses().caCertificate())) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** A minute of LCS for each. */
  public void passMinutes(int minutes) {
    clock.turn(Duration.ofSeconds(minutes));
  }

  public String username(String name) {
    return name + "@" + emulator.addresses().tenantDomain();
  }

  public String lcsScope() {
    return emulator.addresses().apiEndpoint() + "/user_impersonation";
  }

  /**
   * A token request of the v2 endpoint that is all right, with the given fields in place of its
   * own; an empty one is left out.
   */
  public Answer signIn(Map<String, String> changes) throws IOException, InterruptedException {
    return post(v2TokenUrl("organizations"), form(changes));
  }

  /** The client id of an application of the tenant with that domain. */
  public String clientId(String domain, String displayName) {
    return emulator
        .world()
        .directoryOfTenant(domain)
        .orElseThrow()
        .application(displayName)
        .orElseThrow()
        .clientId()
        .toString();
  }

  public URI v2TokenUrl(String tenant) {
    return emulator
        .addresses()
        .authenticationEndpoint()
        .resolve("/" + tenant + "/oauth2/v2.0/token");
  }

  public Map<String, String> form(Map<String, String> changes) {
    Map<String, String> form = new java.util.LinkedHashMap<>();
    form.put("grant_type", "password");
    form.put("client_id", emulator.addresses().clientId().toString());
    form.put("username", emulator.addresses().username());
    form.put("password", emulator.addresses().password().text());
    form.put("scope", lcsScope());
    form.putAll(changes);
    form.values().removeIf(String::isEmpty);
    return form;
  }

  public String token(String account) throws IOException, InterruptedException {
    return signIn(Map.of("username", username(account))).text("access_token");
  }

  public String token() throws IOException, InterruptedException {
    return token("deploy");
  }

  public Answer post(URI url, Map<String, String> form) throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(
                it ->
                    URLEncoder.encode(it.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** A GET to LCS as {@code deploy@}. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send(lcs(path, token()).GET());
  }

  /** A POST to LCS as {@code deploy@}; an object becomes the JSON body. */
  public Answer post(String path, Object body) throws IOException, InterruptedException {
    return post(path, body, token());
  }

  public Answer post(String path, Object body, String token)
      throws IOException, InterruptedException {
    String json = body == null ? "" : Json.write(body);
    return send(
        lcs(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpRequest.Builder lcs(String path, String token) {
    return HttpRequest.newBuilder(URI.create(emulator.addresses().apiEndpoint() + path))
        .header("Authorization", "Bearer " + token)
        .header("x-ms-version", "2017-09-15");
  }

  public HttpRequest.Builder admin(String path) {
    return HttpRequest.newBuilder(URI.create(emulator.addresses().adminEndpoint() + path));
  }

  public Answer order(String path, Object body) throws IOException, InterruptedException {
    return send(admin(path).POST(BodyPublishers.ofString(Json.write(body))));
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }

  /** Uploads and commits an asset, and returns its id. */
  public String upload(String fileName, int fileType) throws IOException, InterruptedException {
    Answer created = create(fileName, fileType);
    sendBytes(created);
    post("/box/fileasset/CommitFileAsset/1234567?assetId=" + created.text("Id"), null);
    return created.text("Id");
  }

  public Answer create(String fileName, int fileType) throws IOException, InterruptedException {
    return post(
        "/box/fileasset/CreateFileAsset/1234567",
        Map.of("Name", fileName, "FileName", fileName, "SizeByte", 0, "FileType", fileType));
  }

  public void sendBytes(Answer created) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(created.text("FileLocation")))
            .header("x-ms-blob-type", "BlockBlob")
            .PUT(BodyPublishers.ofString("bytes")));
  }

  /** The id of an environment of the world. */
  public UUID environment(String name) {
    return emulator.world().lifecycle().environments().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** The id of an asset of the world. */
  public UUID asset(String fileName) {
    return emulator.world().lifecycle().assets().stream()
        .filter(it -> it.fileName().equals(fileName))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
