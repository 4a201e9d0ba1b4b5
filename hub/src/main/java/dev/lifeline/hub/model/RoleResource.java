package dev.lifeline.hub.model;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a role is given on: all connections of a project, one connection in a project, or one
 * connection everywhere (Service Endpoints REST: role API).
 *
 * @param project null for a connection everywhere
 * @param connection null for all of a project
 */
public record RoleResource(@Nullable UUID project, @Nullable UUID connection) {
  private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern PROJECT = Pattern.compile("(" + GUID + ")");
  private static final Pattern BOTH = Pattern.compile("(" + GUID + ")_(" + GUID + ")");
  private static final Pattern EVERYWHERE = Pattern.compile("collection_(" + GUID + ")");

  /** The scopes that Azure DevOps names them by. */
  public enum Scope {
    PROJECT("distributedtask.project.serviceendpointrole"),
    CONNECTION("distributedtask.serviceendpointrole"),
    EVERYWHERE("distributedtask.collection.serviceendpointrole");

    private final String id;

    Scope(String id) {
      this.id = id;
    }

    /** The scope's name on the wire. */
    public String id() {
      return id;
    }

    /** The scope of that name, without regard to case. */
    public static Optional<Scope> withId(String id) {
      for (Scope scope : values()) {
        if (scope.id.equalsIgnoreCase(id)) {
          return Optional.of(scope);
        }
      }
      return Optional.empty();
    }
  }

  /** Refuses a resource that is nothing. */
  public RoleResource {
    if (project == null && connection == null) {
      throw new IllegalArgumentException("a role is given on a project, a connection, or both");
    }
  }

  /** All connections of a project. */
  public static RoleResource project(UUID project) {
    return new RoleResource(project, null);
  }

  /** One connection in a project. */
  public static RoleResource connection(UUID project, UUID connection) {
    return new RoleResource(project, connection);
  }

  /** One connection everywhere. */
  public static RoleResource everywhere(UUID connection) {
    return new RoleResource(null, connection);
  }

  /** The resource of that id in that scope; empty when it is not one. */
  public static Optional<RoleResource> parse(Scope scope, String id) {
    String text = id.toLowerCase(Locale.ROOT);
    Matcher matcher =
        switch (scope) {
          case PROJECT -> PROJECT.matcher(text);
          case CONNECTION -> BOTH.matcher(text);
          case EVERYWHERE -> EVERYWHERE.matcher(text);
        };
    if (!matcher.matches()) {
      return Optional.empty();
    }
    UUID first = UUID.fromString(matcher.group(1));
    return Optional.of(
        switch (scope) {
          case PROJECT -> project(first);
          case CONNECTION -> connection(first, UUID.fromString(matcher.group(2)));
          case EVERYWHERE -> everywhere(first);
        });
  }

  /** Which of the three it is. */
  public Scope scope() {
    if (project == null) {
      return Scope.EVERYWHERE;
    }
    return connection == null ? Scope.PROJECT : Scope.CONNECTION;
  }

  /** The id on the wire. */
  public String id() {
    return switch (scope()) {
      case PROJECT -> String.valueOf(project);
      case CONNECTION -> project + "_" + connection;
      case EVERYWHERE -> "collection_" + connection;
    };
  }
}
