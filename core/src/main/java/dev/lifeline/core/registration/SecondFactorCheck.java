package dev.lifeline.core.registration;

import dev.lifeline.core.graph.AccessPolicy;
import dev.lifeline.core.graph.DirectoryUser;
import dev.lifeline.core.graph.GraphClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether anything asks the account for more than its password, as far as reading tells. */
final class SecondFactorCheck {
  private static final Requirement HERE = Requirement.SECOND_FACTOR;

  private final GraphClient graph;
  private final Portal portal;
  private final @Nullable DirectoryUser user;

  SecondFactorCheck(GraphClient graph, Portal portal, @Nullable DirectoryUser user) {
    this.graph = graph;
    this.portal = portal;
    this.user = user;
  }

  CheckedRequirement requirement() {
    Look<Boolean> defaults = Look.at(() -> Optional.of(graph.securityDefaults()));
    if (Boolean.TRUE.equals(defaults.value())) {
      return HERE.failed(
          "the tenant's security defaults are on, and ask every account for a second factor",
          portal.place(
              "Properties > Manage security defaults, then policies that spare the account"));
    }
    Look<List<AccessPolicy>> policies = Look.atAll(graph::accessPolicies);
    if (defaults.value() == null || policies.value() == null) {
      return HERE.unknown(Look.NOT_ALLOWED + "; a sign-in tells: lifeline connection verify");
    }
    return policies(policies.value().stream().filter(this::mayReach).toList());
  }

  private CheckedRequirement policies(List<AccessPolicy> reaching) {
    if (reaching.isEmpty()) {
      return HERE.passed("no security defaults, and no policy that reaches the account");
    }
    Optional<AccessPolicy> certain = reaching.stream().filter(this::surelyReaches).findFirst();
    return certain
        .map(
            policy ->
                HERE.failed(
                    "the policy '"
                        + policy.name()
                        + "' demands of the account: "
                        + String.join(", ", policy.controls()),
                    portal.place(
                        "Security > Conditional Access > "
                            + policy.name()
                            + " > Users > Exclude the account")))
        .orElseGet(
            () ->
                HERE.unknown(
                    "policies that may reach the account: "
                        + reaching.stream()
                            .map(AccessPolicy::name)
                            .collect(Collectors.joining(", "))
                        + "; a sign-in tells: lifeline connection verify"));
  }

  private boolean mayReach(AccessPolicy policy) {
    return policy.enabled()
        && policy.applications().covers(Apis.LCS.value())
        && (user == null || !policy.users().excludes(user.id()));
  }

  private boolean surelyReaches(AccessPolicy policy) {
    return user != null
        && !policy.narrowed()
        && !policy.controls().isEmpty()
        && policy.users().covers(user.id());
  }
}
