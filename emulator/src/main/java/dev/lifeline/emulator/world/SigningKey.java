package dev.lifeline.emulator.world;

/**
 * The private key with which tokens are signed; it prints as {@code ***}.
 *
 * @param pkcs8 the key, PKCS #8 in base64
 */
public record SigningKey(String pkcs8) {

  @Override
  public String toString() {
    return "***";
  }
}
