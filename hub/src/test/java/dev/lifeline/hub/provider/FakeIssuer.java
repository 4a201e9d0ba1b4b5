package dev.lifeline.hub.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeline.core.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A provider that can do everything wrong. Whoever is sent there is sent back with a code at once,
 * as somebody of the test's choice.
 */
public final class FakeIssuer implements AutoCloseable {
  public static final String CLIENT = "the-hub";
  public static final String SECRET = "the hub's secret & more";

  private final HttpServer server;
  private final InstantSource clock;
  private final Map<String, Map<String, String>> begun = new ConcurrentHashMap<>();
  private volatile RSAKey key;
  private volatile String issuer;
  private volatile Map<String, Object> person = Map.of();
  private volatile UnaryOperator<JWTClaimsSet.Builder> change = UnaryOperator.identity();
  private volatile Signing signing = Signing.OWN;

  /** Who signs the id tokens. */
  public enum Signing {
    OWN,
    ANOTHER_KEY,
    NOBODY,
    THE_PUBLIC_KEY_AS_A_SHARED_SECRET
  }

  public FakeIssuer(InstantSource clock) throws IOException {
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.issuer = address().toString();
    this.key = newKey();
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Settings that lead to it. */
  public ProviderSettings settings() {
    return new ProviderSettings(
        address(), CLIENT, dev.lifeline.core.model.Secret.of(SECRET), "email", false);
  }

  /** Who signs in there from now on. */
  public void signsIn(Map<String, Object> claims) {
    person = Map.copyOf(claims);
  }

  /** Changes every id token before it is signed. */
  public void changes(UnaryOperator<JWTClaimsSet.Builder> other) {
    change = other;
  }

  public void signs(Signing other) {
    signing = other;
  }

  /** Another key, and no word about the one before. */
  public void rotates() {
    key = newKey();
  }

  /** What it calls itself. */
  public void calls(String itself) {
    issuer = itself;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Map<String, String> query = fields(String.valueOf(exchange.getRequestURI().getRawQuery()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (path) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, Json.write(metadata()));
        case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/authorize" -> {
          String code = "code" + begun.size();
          begun.put(code, query);
          exchange
              .getResponseHeaders()
              .add(
                  "Location",
                  query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
          send(exchange, 302, "");
        }
        case "/token" -> redeem(exchange, fields(body));
        default -> send(exchange, 404, "");
      }
    }
  }

  private Map<String, Object> metadata() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("issuer", issuer);
    json.put("authorization_endpoint", address() + "/authorize");
    json.put("token_endpoint", address() + "/token");
    json.put("jwks_uri", address() + "/keys");
    json.put("end_session_endpoint", address() + "/logout");
    return json;
  }

  private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
    Map<String, String> request = begun.remove(form.getOrDefault("code", ""));
    boolean isGood =
        request != null
            && SECRET.equals(form.get("client_secret"))
            && request.get("redirect_uri").equals(form.get("redirect_uri"))
            && "S256".equals(request.get("code_challenge_method"))
            && request.get("code_challenge").equals(challenge(form.get("code_verifier")));
    send(
        exchange,
        isGood ? 200 : 400,
        isGood
            ? Json.write(Map.of("id_token", token(request.get("nonce")), "access_token", "x"))
            : "{\"error\":\"invalid_grant\"}");
  }

  private String token(String nonce) {
    Date now = Date.from(clock.instant());
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(CLIENT)
            .issueTime(now)
            .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
            .claim("nonce", nonce);
    person.forEach(claims::claim);
    return signed(change.apply(claims).build());
  }

  private String signed(JWTClaimsSet claims) {
    try {
      if (signing == Signing.NOBODY) {
        return new PlainJWT(claims).serialize();
      }
      boolean isShared = signing == Signing.THE_PUBLIC_KEY_AS_A_SHARED_SECRET;
      JWSAlgorithm algorithm = isShared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
      token.sign(
          isShared
              ? new MACSigner(key.toRSAPublicKey().getEncoded())
              : new RSASSASigner(signing == Signing.OWN ? key : newKey()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
