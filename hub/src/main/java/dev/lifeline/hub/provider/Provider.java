package dev.lifeline.hub.provider;

import com.nimbusds.jose.jwk.JWKSet;
import dev.lifeline.core.WebCalls;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect: authorization code with PKCE. What it says of itself and its keys
 * are read when they are first needed, and again each hour; its keys also when a token is signed
 * with one that is new. Thread-safe; not for use within a transaction.
 */
public final class Provider {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration KEYS_AT_MOST_EACH = Duration.ofMinutes(1);

  private final ProviderSettings settings;
  private final WebCalls calls;
  private final InstantSource clock;
  private final IdTokens idTokens;
  private @Nullable Known known;

  /** Asks for nothing yet. */
  public Provider(ProviderSettings settings, WebCalls calls, InstantSource clock) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
    this.idTokens = new IdTokens(settings);
  }

  private record Known(Metadata metadata, JWKSet keys, Instant read, Instant keysRead) {}

  private record TokenJson(@Nullable Secret idToken, @Nullable String error) {}

  /** How it is set up. */
  public ProviderSettings settings() {
    return settings;
  }

  /**
   * Where a browser has to go to sign in.
   *
   * @param callback where it comes back to
   */
  public URI beginning(RoundTrip trip, URI callback) throws ProviderException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", callback.toString());
    query.put("scope", "openid profile email");
    query.put("state", trip.state());
    query.put("nonce", trip.nonce());
    query.put("code_challenge", trip.challenge());
    query.put("code_challenge_method", "S256");
    return with(known(FRESH).metadata().authorization(), query);
  }

  /**
   * Who came back.
   *
   * @param code what the provider sent along
   * @param callback the same as before
   * @throws ProviderException when that is not known for certain
   */
  public Identity identity(RoundTrip trip, String code, URI callback) throws ProviderException {
    Metadata metadata = known(FRESH).metadata();
    String token = redeem(metadata, trip, code, callback).reveal();
    try {
      return judge(token, trip, known(FRESH));
    } catch (ProviderException e) {
      Known before = known(FRESH);
      Known after = known(KEYS_AT_MOST_EACH);
      if (after.keysRead().equals(before.keysRead())) {
        throw e;
      }
      return judge(token, trip, after);
    }
  }

  /**
   * Where a browser ends what it is signed in with at the provider; empty when the provider has no
   * such place, or cannot be reached.
   *
   * @param back where it comes back to
   */
  public Optional<URI> ending(URI back) {
    try {
      @Nullable URI end = known(FRESH).metadata().endSession();
      Map<String, String> query = new LinkedHashMap<>();
      query.put("client_id", settings.clientId());
      query.put("post_logout_redirect_uri", back.toString());
      return end == null ? Optional.empty() : Optional.of(with(end, query));
    } catch (ProviderException e) {
      return Optional.empty();
    }
  }

  private Identity judge(String token, RoundTrip trip, Known at) throws ProviderException {
    return idTokens.identity(
        token, new IdTokens.Circumstances(at.metadata(), at.keys(), trip.nonce(), clock.instant()));
  }

  private Secret redeem(Metadata metadata, RoundTrip trip, String code, URI callback)
      throws ProviderException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback.toString());
    form.put("client_id", settings.clientId());
    form.put("code_verifier", trip.verifier());
    Secret secret = settings.clientSecret();
    if (secret != null) {
      form.put("client_secret", secret.reveal());
    }
    WebCalls.Returned returned = send(() -> calls.post(metadata.token(), form));
    @Nullable TokenJson json = Json.readSnakeCase(returned.text(), TokenJson.class).orElse(null);
    if (!returned.isSuccess() || json == null || json.idToken() == null) {
      throw new ProviderException("it does not redeem the code: " + returned + reason(json));
    }
    return json.idToken();
  }

  /** The name of an error is one of a short list; everything else is left out. */
  private static String reason(@Nullable TokenJson json) {
    return json != null && json.error() != null && json.error().matches("[a-z_]{1,40}")
        ? " " + json.error()
        : "";
  }

  /**
   * What it says of itself.
   *
   * @param age how old its keys may be
   */
  private synchronized Known known(Duration age) throws ProviderException {
    Instant now = clock.instant();
    Known last = known;
    if (last != null && now.isBefore(last.keysRead().plus(age))) {
      return last;
    }
    Known read =
        last != null && now.isBefore(last.read().plus(FRESH))
            ? new Known(last.metadata(), keys(last.metadata()), last.read(), now)
            : read(now);
    known = read;
    return read;
  }

  private Known read(Instant now) throws ProviderException {
    Metadata metadata =
        Metadata.read(text(URI.create(settings.issuer() + Metadata.PATH)), settings.issuer());
    return new Known(metadata, keys(metadata), now, now);
  }

  private JWKSet keys(Metadata metadata) throws ProviderException {
    try {
      return JWKSet.parse(text(metadata.keys()));
    } catch (ParseException e) {
      throw new ProviderException("its keys cannot be read", e);
    }
  }

  private String text(URI address) throws ProviderException {
    WebCalls.Returned returned = send(() -> calls.get(address));
    if (!returned.isSuccess()) {
      throw new ProviderException(address.getPath() + " answers " + returned);
    }
    return returned.text();
  }

  private interface Sending {
    WebCalls.Returned send();
  }

  private static WebCalls.Returned send(Sending sending) throws ProviderException {
    try {
      return sending.send();
    } catch (LifelineException e) {
      throw new ProviderException("it does not answer: " + e.problem().message(), e);
    }
  }

  private static URI with(URI address, Map<String, String> query) {
    String more =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + more);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
