package dev.lifeline.core.deployment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of deployment that Lifeline starts and follows (LCS API: servicing an environment). */
public enum DeploymentType {
  /** A finance and operations package, to a cloud environment. */
  HQ;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that id, without regard to case. */
  public static Optional<DeploymentType> withId(String id) {
    return Arrays.stream(values()).filter(type -> type.id().equalsIgnoreCase(id)).findFirst();
  }
}
