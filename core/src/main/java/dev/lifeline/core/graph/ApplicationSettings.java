package dev.lifeline.core.graph;

import dev.lifeline.core.model.ClientId;
import java.util.ArrayList;
import java.util.List;

/**
 * What Lifeline writes into an application registration. Graph replaces each member as a whole, so
 * a repair begins with what is there and only adds. Immutable.
 *
 * @param publicClientFlows whether public client flows are allowed
 * @param redirectUris those of the platform "Mobile and desktop applications"
 * @param requiredAccess the permissions that it asks for
 */
public record ApplicationSettings(
    boolean publicClientFlows, List<String> redirectUris, List<RequiredAccess> requiredAccess) {
  /** An application that is allowed nothing and asks for nothing. */
  public static final ApplicationSettings NONE =
      new ApplicationSettings(false, List.of(), List.of());

  public ApplicationSettings {
    redirectUris = List.copyOf(redirectUris);
    requiredAccess = List.copyOf(requiredAccess);
  }

  /** With public client flows allowed. */
  public ApplicationSettings withPublicClientFlows() {
    return new ApplicationSettings(true, redirectUris, requiredAccess);
  }

  /** With that redirect URI, besides those that are there. */
  public ApplicationSettings withRedirectUri(String uri) {
    List<String> more = new ArrayList<>(redirectUris);
    if (!more.contains(uri)) {
      more.add(uri);
    }
    return new ApplicationSettings(publicClientFlows, more, requiredAccess);
  }

  /** With that delegated permission, besides those that are there. */
  public ApplicationSettings withPermission(ClientId resource, String scopeId) {
    List<RequiredAccess> same =
        requiredAccess.stream()
            .filter(access -> access.resource().equalsIgnoreCase(resource.value()))
            .toList();
    if (same.stream().anyMatch(access -> access.has(scopeId))) {
      return this;
    }
    RequiredAccess.Permission wanted = RequiredAccess.Permission.delegated(scopeId);
    List<RequiredAccess> more = new ArrayList<>(requiredAccess);
    if (same.isEmpty()) {
      more.add(new RequiredAccess(resource.value(), List.of(wanted)));
    } else {
      more.set(more.indexOf(same.get(0)), same.get(0).with(wanted));
    }
    return new ApplicationSettings(publicClientFlows, redirectUris, more);
  }
}
