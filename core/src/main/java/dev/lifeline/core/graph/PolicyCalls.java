package dev.lifeline.core.graph;

import dev.lifeline.core.graph.wire.AccessPolicyJson;
import dev.lifeline.core.graph.wire.SecurityDefaultsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls about what a sign-in has to satisfy (Graph: policies, identity). */
final class PolicyCalls {
  private static final AccessPolicy.Range NOBODY = new AccessPolicy.Range(List.of(), List.of());

  private PolicyCalls() {}

  static GraphCall<Boolean> securityDefaults() {
    String does = "read the tenant's security defaults";
    return GraphCall.reading(
        does,
        Need.READ_POLICIES,
        "/policies/identitySecurityDefaultsEnforcementPolicy",
        answer ->
            Boolean.TRUE.equals(Judge.json(does, answer, SecurityDefaultsJson.class).isEnabled()));
  }

  static GraphCall<List<AccessPolicy>> accessPolicies() {
    String does = "list the tenant's Conditional Access policies";
    return GraphCall.reading(
        does,
        Need.READ_POLICIES,
        "/identity/conditionalAccess/policies",
        answer ->
            Texts.present(Judge.json(does, answer, AccessPolicyJson.Page.class).value()).stream()
                .map(PolicyCalls::toPolicy)
                .toList());
  }

  private static AccessPolicy toPolicy(AccessPolicyJson json) {
    AccessPolicyJson.ConditionsJson when = json.conditions();
    AccessPolicyJson.ControlsJson controls = json.grantControls();
    return new AccessPolicy(
        Texts.orEmpty(json.displayName()),
        "enabled".equals(json.state()),
        when == null ? NOBODY : users(when.users()),
        when == null ? NOBODY : applications(when.applications()),
        when == null || isNarrowed(when),
        controls == null ? List.of() : Texts.present(controls.builtInControls()));
  }

  private static AccessPolicy.Range users(AccessPolicyJson.@Nullable UsersJson json) {
    return json == null
        ? NOBODY
        : new AccessPolicy.Range(
            Texts.present(json.includeUsers()), Texts.present(json.excludeUsers()));
  }

  private static AccessPolicy.Range applications(AccessPolicyJson.@Nullable ApplicationsJson json) {
    return json == null
        ? NOBODY
        : new AccessPolicy.Range(
            Texts.present(json.includeApplications()), Texts.present(json.excludeApplications()));
  }

  private static boolean isNarrowed(AccessPolicyJson.ConditionsJson when) {
    AccessPolicyJson.UsersJson users = when.users();
    List<String> clients = Texts.present(when.clientAppTypes());
    boolean everyClient =
        clients.isEmpty()
            || clients.contains("all")
            || clients.contains("mobileAppsAndDesktopClients");
    return !everyClient
        || when.platforms() != null
        || when.locations() != null
        || when.devices() != null
        || !Texts.present(when.userRiskLevels()).isEmpty()
        || !Texts.present(when.signInRiskLevels()).isEmpty()
        || (users != null
            && !(Texts.present(users.excludeGroups()).isEmpty()
                && Texts.present(users.excludeRoles()).isEmpty()));
  }
}
