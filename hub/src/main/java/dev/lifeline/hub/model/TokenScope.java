package dev.lifeline.hub.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a personal access token is good for, whatever its owner may do (Service Endpoints REST:
 * authentication). Those that begin with {@code lifeline} are the hub's own.
 */
public enum TokenScope {
  /** To see connections. */
  CONNECTIONS_READ("vso.serviceendpoint"),
  /** To ask services through connections. */
  CONNECTIONS_QUERY("vso.serviceendpoint_query"),
  /** To make and to change connections. */
  CONNECTIONS_MANAGE("vso.serviceendpoint_manage"),
  /** To see which pipelines may use a connection. */
  PIPELINES_READ("vso.build"),
  /** To say which pipelines may use a connection. */
  PIPELINES_MANAGE("vso.pipelineresources_manage"),
  /** To give roles. */
  SECURITY_MANAGE("vso.security_manage"),
  /** Everything that the owner may do. */
  FULL("app_token"),
  /** To get tokens for LCS. */
  LCS_TOKENS("lifeline.lcs"),
  /** To see runs. */
  RUNS_READ("lifeline.runs"),
  /** To start runs, and to call them off. */
  RUNS_MANAGE("lifeline.runs_manage"),
  /** To administer the hub. */
  ADMINISTRATION("lifeline.administration"),
  /** To read metrics. */
  METRICS("lifeline.metrics");

  private final String id;

  TokenScope(String id) {
    this.id = id;
  }

  /** The scope's name on the wire. */
  public String id() {
    return id;
  }

  /** The scope of that name. */
  public static Optional<TokenScope> withId(String id) {
    return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst();
  }

  /** Whether a token with these scopes is good for this one. */
  public boolean isIn(Set<TokenScope> scopes) {
    return scopes.contains(this)
        || scopes.stream().anyMatch(scope -> scope.includes().contains(this));
  }

  /** The names of these scopes, blanks between them. */
  public static String join(Set<TokenScope> scopes) {
    return scopes.stream().sorted().map(TokenScope::id).collect(Collectors.joining(" "));
  }

  /** What {@link #join} joined; unknown names, of a newer version, are left out. */
  public static Set<TokenScope> split(String text) {
    Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
    for (String id : text.split(" ", -1)) {
      withId(id).ifPresent(scopes::add);
    }
    return scopes;
  }

  private Set<TokenScope> includes() {
    return switch (this) {
      case CONNECTIONS_QUERY -> EnumSet.of(CONNECTIONS_READ);
      case CONNECTIONS_MANAGE -> EnumSet.of(CONNECTIONS_READ, CONNECTIONS_QUERY);
      case PIPELINES_MANAGE -> EnumSet.of(PIPELINES_READ);
      case RUNS_MANAGE -> EnumSet.of(RUNS_READ);
      case FULL -> EnumSet.allOf(TokenScope.class);
      default -> EnumSet.noneOf(TokenScope.class);
    };
  }
}
