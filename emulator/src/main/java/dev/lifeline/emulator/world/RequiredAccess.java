package dev.lifeline.emulator.world;

import java.util.List;
import java.util.UUID;

/**
 * The permissions of one API that an application asks for.
 *
 * @param resourceAppId the API's application id
 * @param permissions its permissions
 */
public record RequiredAccess(UUID resourceAppId, List<Permission> permissions) {

  /** Takes a copy of the list. */
  public RequiredAccess {
    permissions = List.copyOf(permissions);
  }

  /**
   * One permission.
   *
   * @param id its id
   * @param type {@code Scope} for a delegated one, {@code Role} for one of the application itself
   */
  public record Permission(UUID id, String type) {

    /** A delegated permission. */
    public static Permission delegated(UUID id) {
      return new Permission(id, "Scope");
    }
  }
}
