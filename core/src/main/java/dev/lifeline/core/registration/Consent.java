package dev.lifeline.core.registration;

import org.jspecify.annotations.Nullable;

/**
 * For whom an administrator consents.
 *
 * @param kind for whom
 * @param username the account, for USER only
 */
public record Consent(Kind kind, @Nullable String username) {
  /** For whom. */
  public enum Kind {
    /** Everybody in the tenant. */
    TENANT,
    /** One account. */
    USER,
    /** Nobody yet. */
    NONE
  }

  public Consent {
    if ((kind == Kind.USER) != (username != null)) {
      throw new IllegalArgumentException("a consent names a user when it is for one user");
    }
    if (username != null && username.isBlank()) {
      throw new IllegalArgumentException("the user name to consent for is blank");
    }
  }

  /** For everybody in the tenant. */
  public static Consent tenant() {
    return new Consent(Kind.TENANT, null);
  }

  /** For one account. */
  public static Consent user(String username) {
    return new Consent(Kind.USER, username.strip());
  }

  /** For nobody; the registration is to be consented to by hand. */
  public static Consent none() {
    return new Consent(Kind.NONE, null);
  }
}
