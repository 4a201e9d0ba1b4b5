package dev.lifeline.core.registration;

import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.PermissionGrant;
import dev.lifeline.core.graph.ServicePrincipal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Consents to an application for somebody, besides what was consented to before. */
final class ConsentStep {
  private final GraphClient graph;
  private final ServicePrincipal own;
  private final Consent consent;

  ConsentStep(GraphClient graph, ServicePrincipal own, Consent consent) {
    this.graph = graph;
    this.own = own;
    this.consent = consent;
  }

  /**
   * How it ended.
   *
   * @param step for the progress
   * @param open whether consent for the tenant is still to be given by hand
   */
  record Given(RegistrationStep step, boolean open) {}

  Given give(List<WantedPermission> wanted, @Nullable String userId) {
    List<PermissionGrant.Existing> existing = graph.grants(own);
    boolean forTenant = wanted.stream().allMatch(it -> covered(existing, it, null));
    if (consent.kind() == Consent.Kind.NONE) {
      return forTenant
          ? new Given(step(false, "given for the tenant"), false)
          : new Given(step(false, "left to be given by hand"), true);
    }
    boolean changed = false;
    for (WantedPermission permission : wanted) {
      if (!covered(existing, permission, userId)) {
        add(existing, permission, userId);
        changed = true;
      }
    }
    String whom = userId == null || forTenant ? "the tenant" : "'" + consent.username() + "'";
    return new Given(step(changed, "given for " + whom), false);
  }

  /** A consent for the tenant is one for each of its accounts. */
  private static boolean covered(
      List<PermissionGrant.Existing> existing,
      WantedPermission permission,
      @Nullable String userId) {
    return existing.stream()
        .map(PermissionGrant.Existing::grant)
        .filter(grant -> grant.resourcePrincipalId().equals(permission.principal().id()))
        .filter(
            grant -> grant.isForEverybody() || (userId != null && userId.equals(grant.userId())))
        .anyMatch(grant -> grant.covers(permission.name()));
  }

  private void add(
      List<PermissionGrant.Existing> existing,
      WantedPermission permission,
      @Nullable String userId) {
    PermissionGrant grant =
        new PermissionGrant(own.id(), permission.principal().id(), userId, permission.name());
    Optional<PermissionGrant.Existing> toWiden =
        existing.stream().filter(it -> it.grant().isBetweenTheSame(grant)).findFirst();
    toWiden.ifPresentOrElse(
        it -> graph.widen(it, it.grant().with(permission.name()).scope()),
        () -> graph.grant(grant));
  }

  private static RegistrationStep step(boolean changed, String finding) {
    return new RegistrationStep(RegistrationStep.Part.CONSENT, changed, finding);
  }
}
