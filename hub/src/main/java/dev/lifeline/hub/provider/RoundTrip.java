package dev.lifeline.hub.provider;

import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to the provider and back. Everything that has to be the same at both ends comes from one
 * secret, which stands in a cookie: so any node of the hub can take it up, no other browser, and
 * nothing is stored.
 *
 * @param seed 256 random bits
 * @param next where to go on afterwards; only as good as the browser that keeps it
 * @param invitation the code of an invitation, empty without
 */
public record RoundTrip(Secret seed, String next, String invitation) {
  private static final int BYTES = 32;
  private static final Pattern COOKIE =
      Pattern.compile("([0-9a-f]{64})\\.([A-Za-z0-9_-]{0,4096})\\.([a-z2-7]{0,64})");

  /** A new one. */
  public static RoundTrip begin(RandomGenerator random, String next, String invitation) {
    byte[] seed = new byte[BYTES];
    random.nextBytes(seed);
    return new RoundTrip(Secret.of(HexFormat.of().formatHex(seed)), next, invitation);
  }

  /** The one that a cookie holds; empty when it holds none. */
  public static Optional<RoundTrip> in(Secret cookie) {
    Matcher matcher = COOKIE.matcher(cookie.reveal());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String next =
          new String(Base64.getUrlDecoder().decode(matcher.group(2)), StandardCharsets.UTF_8);
      return Optional.of(new RoundTrip(Secret.of(matcher.group(1)), next, matcher.group(3)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What the browser keeps meanwhile. */
  public Secret cookie() {
    String path =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.UTF_8));
    return Secret.of(seed.reveal() + "." + path + "." + invitation);
  }

  /** What the provider sends back through the browser: nobody else has begun this. */
  public String state() {
    return part("state");
  }

  /** What the provider writes into the id token: it is of this sign-in. */
  String nonce() {
    return part("nonce");
  }

  /** What proves, when the code is redeemed, who asked for it (PKCE). */
  String verifier() {
    return part("verifier");
  }

  /** What is said of the verifier before. */
  String challenge() {
    return base64(sha256(verifier()));
  }

  private String part(String name) {
    return base64(sha256(name + " " + seed.reveal()));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
