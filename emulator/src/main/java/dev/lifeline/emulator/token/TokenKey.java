package dev.lifeline.emulator.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.world.SigningKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The RSA key of the tenant: signs claims as JWT (RS256) and reads them back. Thread-safe. */
public final class TokenKey {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final RSAPrivateCrtKey key;
  private final String id;

  /** The token that was read last; a client asks with the same one again and again. */
  private volatile @Nullable Read last;

  private record Read(String jwt, Map<String, @Nullable Object> claims) {}

  /** The key that was kept. */
  public TokenKey(SigningKey kept) {
    try {
      var pkcs8 = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept.pkcs8()));
      this.key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(pkcs8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getModulus().toByteArray());
      this.id = ENCODER.encodeToString(Arrays.copyOf(digest, 15));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA key", e);
    }
  }

  /** A new key of 2048 bits. */
  public static SigningKey generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048, random);
      byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
      return new SigningKey(Base64.getEncoder().encodeToString(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  /** A JWT with these claims. */
  public String sign(Fields claims) {
    Fields header = Fields.of("typ", "JWT").with("alg", "RS256").with("kid", id).with("x5t", id);
    String content = encode(Json.write(header.tree())) + "." + encode(Json.write(claims.tree()));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(UTF_8));
      return content + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  /** The claims of a JWT that this key has signed, empty for any other text. */
  public Optional<Map<String, @Nullable Object>> read(String jwt) {
    Read known = last;
    if (known != null && known.jwt().equals(jwt)) {
      return Optional.of(known.claims());
    }
    Optional<Map<String, @Nullable Object>> claims = verified(jwt);
    claims.ifPresent(it -> last = new Read(jwt, Collections.unmodifiableMap(it)));
    return claims;
  }

  private Optional<Map<String, @Nullable Object>> verified(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(publicKey());
      signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
      return signature.verify(decoder.decode(parts[2]))
          ? Optional.of(Json.parseObject(new String(decoder.decode(parts[1]), UTF_8)))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  PrivateKey privateKey() {
    return key;
  }

  PublicKey publicKey() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  /** The public key as a JWK set. */
  public Fields jwks() {
    Fields jwk =
        Fields.of("kty", "RSA")
            .with("use", "sig")
            .with("kid", id)
            .with("x5t", id)
            .with("n", encode(key.getModulus()))
            .with("e", encode(key.getPublicExponent()));
    return Fields.of("keys", List.of(jwk.tree()));
  }

  private static String encode(String text) {
    return ENCODER.encodeToString(text.getBytes(UTF_8));
  }

  /** Unsigned: without the zero byte that Java puts before a number whose highest bit is set. */
  private static String encode(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return ENCODER.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
