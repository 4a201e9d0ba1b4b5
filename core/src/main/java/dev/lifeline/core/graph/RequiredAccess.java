package dev.lifeline.core.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The permissions of one API that an application asks for (Graph: requiredResourceAccess).
 *
 * @param resource the API's application id, as Graph spells it
 * @param permissions what it asks for
 */
public record RequiredAccess(String resource, List<Permission> permissions) {
  public RequiredAccess {
    permissions = List.copyOf(permissions);
  }

  /** Whether it holds the delegated permission of that id. */
  boolean has(String scopeId) {
    return permissions.stream().anyMatch(permission -> permission.isDelegated(scopeId));
  }

  /** The same with one more permission. */
  RequiredAccess with(Permission permission) {
    List<Permission> more = new ArrayList<>(permissions);
    more.add(permission);
    return new RequiredAccess(resource, more);
  }

  /**
   * One permission.
   *
   * @param id its GUID in the API
   * @param type {@code Scope} for a delegated one, {@code Role} for one of the application's own
   */
  public record Permission(String id, String type) {
    private static final String DELEGATED = "Scope";

    /** A delegated permission. */
    public static Permission delegated(String id) {
      return new Permission(id, DELEGATED);
    }

    /** Whether it is the delegated permission of that id. */
    public boolean isDelegated(String scopeId) {
      return type.equals(DELEGATED) && id.equalsIgnoreCase(scopeId);
    }
  }
}
