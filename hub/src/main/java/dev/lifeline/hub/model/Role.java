package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles, and what each allows (Service Endpoints REST: who may do what). */
public enum Role {
  READER("Reader", "can see service connections"),
  USER("User", "can use service connections"),
  CREATOR("Creator", "can create service connections"),
  ADMINISTRATOR("Administrator", "can use and manage service connections");

  private final String title;
  private final String description;

  Role(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The role's name on the wire. */
  public String title() {
    return title;
  }

  /** What it is for, a clause. */
  public String description() {
    return description;
  }

  /** What it allows where it was given. */
  public Set<Power> powers() {
    return switch (this) {
      case READER -> EnumSet.of(Power.VIEW);
      case USER -> EnumSet.of(Power.VIEW, Power.VIEW_AUTHORIZATION, Power.USE);
      case CREATOR -> EnumSet.of(Power.VIEW, Power.CREATE);
      case ADMINISTRATOR ->
          EnumSet.of(Power.VIEW, Power.VIEW_AUTHORIZATION, Power.USE, Power.CREATE, Power.MANAGE);
    };
  }

  /** The bits of Azure DevOps' security namespace (Service Endpoints REST: who may do what). */
  public int allowPermissions() {
    return switch (this) {
      case READER -> 16;
      case USER -> 1;
      case CREATOR -> 4;
      case ADMINISTRATOR -> 3;
    };
  }

  /** The role of that name, without regard to case. */
  public static Optional<Role> named(String name) {
    return Arrays.stream(values())
        .filter(role -> role.title.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
