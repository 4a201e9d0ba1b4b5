package dev.lifeline.emulator.entra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a token is asked for.
 *
 * @param resource the resource as it was written, with its final slash if it has one: the token's
 *     audience
 * @param permissions the names of the permissions, {@code .default} among them
 * @param requested the scopes of the resource as they were written
 * @param openId which of openid, profile, email and offline_access are asked for
 */
record Scopes(
    String resource, List<String> permissions, List<String> requested, Set<String> openId) {

  static final String GRAPH = "https://graph.microsoft.com";

  private static final String DEFAULT = ".default";
  private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email", "offline_access");
  private static final Pattern GRAPH_PERMISSION = Pattern.compile("[A-Za-z-]+(\\.[A-Za-z-]+)+");
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?<resource>(?:https?://|api://)[^/\\s]+(?:/[^\\s]*)?|[0-9a-fA-F-]{36})/(?<permission>[^/\\s]+)");

  Scopes {
    permissions = List.copyOf(permissions);
    requested = List.copyOf(requested);
    openId = Set.copyOf(openId);
  }

  /**
   * Reads the v2 endpoint's {@code scope}. A double slash before {@code .default} belongs to the
   * resource.
   *
   * @throws RefusedException if it is malformed, or names two resources
   */
  static Scopes parse(String scope) throws RefusedException {
    Set<String> resources = new LinkedHashSet<>();
    Set<String> openId = new LinkedHashSet<>();
    List<String> permissions = new ArrayList<>();
    List<String> requested = new ArrayList<>();
    for (String word : scope.strip().split("\\s+", -1)) {
      if (OPEN_ID.contains(word)) {
        openId.add(word);
        continue;
      }
      var qualified = QUALIFIED.matcher(word);
      if (qualified.matches()) {
        resources.add(qualified.group("resource"));
        permissions.add(qualified.group("permission"));
      } else if (GRAPH_PERMISSION.matcher(word).matches()) {
        resources.add(GRAPH);
        permissions.add(word);
      } else {
        throw new RefusedException(Aadsts.SCOPE_INVALID, word);
      }
      requested.add(word);
    }
    if (resources.size() > 1) {
      throw new RefusedException(Aadsts.TWO_RESOURCES, scope);
    }
    if (permissions.contains(DEFAULT) && permissions.size() > 1) {
      throw new RefusedException(Aadsts.SCOPE_INVALID, scope);
    }
    String resource = resources.isEmpty() ? GRAPH : resources.iterator().next();
    return new Scopes(resource, permissions, requested, openId);
  }

  /** The permissions that are asked for by name. */
  List<String> named() {
    return permissions.stream().filter(it -> !it.equals(DEFAULT)).toList();
  }

  /** Whether all is asked for that was consented to. */
  boolean asksForDefault() {
    return permissions.contains(DEFAULT);
  }

  /** What the v1 endpoint's {@code resource} asks for. */
  static Scopes ofResource(String resource, String scope) {
    Set<String> openId = new LinkedHashSet<>(List.of(scope.strip().split("\\s+", -1)));
    openId.retainAll(OPEN_ID);
    return new Scopes(resource, List.of(DEFAULT), List.of(), openId);
  }
}
