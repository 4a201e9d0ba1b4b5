package dev.lifeline.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a service connection signs in. */
public enum SignInMethod {
  /** With the account's user name and password. */
  PASSWORD,
  /** A person signed in once with a device code; a refresh token stands for that. */
  DEVICE_CODE,
  /** A hub signs in, and hands out tokens; an access token stands for the password. */
  HUB;

  /** The name on the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The method of that name, without regard to case. */
  public static Optional<SignInMethod> withId(String id) {
    return Arrays.stream(values()).filter(method -> method.id().equalsIgnoreCase(id)).findFirst();
  }
}
