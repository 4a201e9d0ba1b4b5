package dev.lifeline.core.registration;

import dev.lifeline.core.graph.Assignment;
import dev.lifeline.core.graph.DirectoryUser;
import dev.lifeline.core.graph.GraphClient;
import dev.lifeline.core.graph.PermissionGrant;
import dev.lifeline.core.graph.ServicePrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may use the registration: consent and assignment. */
final class AccessCheck {
  private final GraphClient graph;
  private final RegistrationCheck.Looked looked;
  private final AccountCheck account;

  AccessCheck(GraphClient graph, RegistrationCheck.Looked looked, AccountCheck account) {
    this.graph = graph;
    this.looked = looked;
    this.account = account;
  }

  CheckedRequirement consent() {
    ServicePrincipal own = looked.principal().value();
    ServicePrincipal lcs = looked.lcs().value();
    if (looked.principal().isAbsent() || looked.lcs().isAbsent()) {
      return noConsent("nobody can have consented before both are known in the tenant");
    }
    if (own == null || lcs == null) {
      return Requirement.CONSENT.unknown(Look.NOT_ALLOWED);
    }
    Look<List<PermissionGrant.Existing>> grants = Look.atAll(() -> graph.grants(own));
    if (grants.value() == null) {
      return Requirement.CONSENT.unknown(Look.NOT_ALLOWED);
    }
    return consent(
        grants.value().stream()
            .map(PermissionGrant.Existing::grant)
            .filter(grant -> grant.resourcePrincipalId().equals(lcs.id()))
            .filter(grant -> grant.covers(Apis.LCS_PERMISSION))
            .toList());
  }

  private CheckedRequirement consent(List<PermissionGrant> grants) {
    if (grants.stream().anyMatch(PermissionGrant::isForEverybody)) {
      return Requirement.CONSENT.passed("for the tenant");
    }
    if (grants.isEmpty()) {
      return noConsent("nobody has consented");
    }
    DirectoryUser user = account.user();
    if (user == null) {
      return Requirement.CONSENT.unknown(
          account.isNamed()
              ? Look.NOT_ALLOWED
              : "given for "
                  + grants.size()
                  + " accounts only: add --username USER to look for one");
    }
    return grants.stream().anyMatch(grant -> user.id().equals(grant.userId()))
        ? Requirement.CONSENT.passed("for '" + user.username() + "'")
        : noConsent("given for other accounts, not for '" + user.username() + "'");
  }

  private CheckedRequirement noConsent(String finding) {
    return Requirement.CONSENT.failed(
        finding,
        looked.portal().registration(looked.name(), "API permissions > Grant admin consent"));
  }

  CheckedRequirement assignment() {
    ServicePrincipal own = looked.principal().value();
    if (own == null) {
      return Requirement.ASSIGNMENT.unknown(
          looked.principal().allowed() ? "nothing to be assigned to yet" : Look.NOT_ALLOWED);
    }
    if (!own.assignmentRequired()) {
      return Requirement.ASSIGNMENT.passed("not required");
    }
    DirectoryUser user = account.user();
    if (user == null) {
      return Requirement.ASSIGNMENT.unknown(
          account.isNamed()
              ? Look.NOT_ALLOWED
              : "required: add --username USER to look whether the account is assigned");
    }
    Look<List<Assignment>> assignments = Look.atAll(() -> graph.assignments(own));
    return assignment(user, assignments.value());
  }

  private CheckedRequirement assignment(
      DirectoryUser user, @Nullable List<Assignment> assignments) {
    if (assignments == null) {
      return Requirement.ASSIGNMENT.unknown(Look.NOT_ALLOWED);
    }
    if (assignments.stream().anyMatch(it -> it.principalId().equals(user.id()))) {
      return Requirement.ASSIGNMENT.passed("'" + user.username() + "' is assigned");
    }
    return assignments.stream().anyMatch(Assignment::group)
        ? Requirement.ASSIGNMENT.unknown(
            "not known: groups are assigned, and the account may be in one")
        : Requirement.ASSIGNMENT.failed(
            "required, and '" + user.username() + "' is not assigned",
            looked
                .portal()
                .enterpriseApplication(looked.name(), "Users and groups > Add user/group"));
  }
}
