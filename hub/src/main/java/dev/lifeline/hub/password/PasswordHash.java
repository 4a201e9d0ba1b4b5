package dev.lifeline.hub.password;

import dev.lifeline.core.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: Argon2id in its usual text form, so that another cost can come later.
 *
 * @param cost how much work it is
 * @param salt in base64
 * @param hash in base64
 */
record PasswordHash(Cost cost, String salt, String hash) {
  private static final int BYTES = 32;
  private static final Pattern TEXT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * How much work a hash is.
   *
   * @param memory in KiB
   * @param passes over that memory
   * @param lanes side by side
   */
  record Cost(int memory, int passes, int lanes) {
    /** What OWASP recommends as the least: 19 MiB, two passes. */
    static final Cost USUAL = new Cost(19_456, 2, 1);
  }

  /** The hash of a password. */
  static PasswordHash of(Secret password, byte[] salt, Cost cost) {
    return new PasswordHash(cost, encode(salt), encode(compute(password, salt, cost)));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalStateException when it is something else, which the hub did not write
   */
  static PasswordHash parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("the hash of a password in the database is damaged");
    }
    Cost cost =
        new Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    return new PasswordHash(cost, matcher.group(4), matcher.group(5));
  }

  boolean isOf(Secret password) {
    byte[] found = compute(password, Base64.getDecoder().decode(salt), cost);
    return MessageDigest.isEqual(found, Base64.getDecoder().decode(hash));
  }

  String text() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(cost.memory(), cost.passes(), cost.lanes(), salt, hash);
  }

  @Override
  public String toString() {
    return "Argon2id, " + cost;
  }

  /** The same letters typed on another keyboard are the same password (NIST SP 800-63B). */
  private static byte[] compute(Secret password, byte[] salt, Cost cost) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    String normal = Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
    byte[] hash = new byte[BYTES];
    generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
