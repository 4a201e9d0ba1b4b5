package dev.lifeline.core.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of deployment (LCS API: servicing an environment), row by row. */
public enum DeploymentType {
  /** A finance and operations package, to a cloud environment. */
  HQ("hq", null),
  /** A finance and operations package, to an on-premises environment: prepared, then deployed. */
  HQONPREM("hqonprem", null),
  /** A Commerce scale unit extension. */
  CSU("csu", "the name of a scale unit"),
  /** An e-Commerce package. */
  ECOM("ecom", "the id of an e-Commerce environment");

  private final String id;
  private final @Nullable String part;

  DeploymentType(String id, @Nullable String part) {
    this.id = id;
    this.part = part;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** What names the part of the environment that is serviced; empty when it is the whole. */
  public Optional<String> part() {
    return Optional.ofNullable(part);
  }

  /** Whether its start gives the operation a name, by which the history shows it. */
  public boolean namesItsUpdate() {
    return part == null;
  }

  /** The type of that id, without regard to case. */
  public static Optional<DeploymentType> withId(String id) {
    return Arrays.stream(values()).filter(type -> type.id.equalsIgnoreCase(id)).findFirst();
  }
}
