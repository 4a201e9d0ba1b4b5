package dev.lifeline.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who checks the password of an account (Entra sign-in: user realm answer). */
public enum Realm {
  /** Entra ID itself. */
  MANAGED,
  /** The organization's own identity provider, such as AD FS, through WS-Trust. */
  FEDERATED,
  /** The authority does not say, or has no user realms; the password goes to it as it is. */
  UNKNOWN;

  /** The word in JSON and in the connection folder. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The realm of that word, without regard to case. */
  public static Optional<Realm> withId(String id) {
    return Arrays.stream(values()).filter(realm -> realm.id().equalsIgnoreCase(id)).findFirst();
  }
}
