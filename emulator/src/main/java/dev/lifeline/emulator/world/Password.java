package dev.lifeline.emulator.world;

/**
 * The password of an account; it prints as {@code ***}.
 *
 * @param text the password in clear
 */
public record Password(String text) {

  /** Refuses an empty password, which Entra ID would not have accepted either. */
  public Password {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a password cannot be empty");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
