package dev.lifeline.core.graph;

import dev.lifeline.core.graph.GraphCall.Content;
import dev.lifeline.core.graph.ServicePrincipal.PermissionScope;
import dev.lifeline.core.graph.wire.AssignmentJson;
import dev.lifeline.core.graph.wire.ServicePrincipalJson;
import dev.lifeline.core.http.Answer;
import dev.lifeline.core.model.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about what stands for applications in the tenant (Graph: servicePrincipals). */
final class PrincipalCalls {
  private PrincipalCalls() {}

  static GraphCall<Optional<ServicePrincipal>> find(ClientId appId) {
    String does = "look up the service principal of " + appId;
    return GraphCall.finding(
        does,
        Need.READ_APPLICATIONS,
        "/servicePrincipals(appId='" + appId + "')",
        answer -> answer.isSuccess() ? Optional.of(one(does, answer)) : Optional.empty());
  }

  static GraphCall<ServicePrincipal> create(ClientId appId) {
    String does = "create the service principal of " + appId;
    return GraphCall.creating(
        does,
        Need.WRITE_APPLICATIONS,
        new Content("/servicePrincipals", Map.of("appId", appId.value())),
        answer -> one(does, answer));
  }

  static GraphCall<List<Assignment>> assignments(String principalId) {
    String does = "list who is assigned to the application";
    return GraphCall.reading(
        does,
        Need.READ_APPLICATIONS,
        "/servicePrincipals/" + Texts.encoded(principalId) + "/appRoleAssignedTo",
        answer ->
            Texts.present(Judge.json(does, answer, AssignmentJson.Page.class).value()).stream()
                .map(
                    json ->
                        new Assignment(
                            Texts.orEmpty(json.principalId()),
                            "Group".equalsIgnoreCase(json.principalType())))
                .toList());
  }

  private static ServicePrincipal one(String does, Answer answer) {
    ServicePrincipalJson json = Judge.json(does, answer, ServicePrincipalJson.class);
    return new ServicePrincipal(
        Texts.id(does, json.id()),
        Texts.orEmpty(json.displayName()),
        !Boolean.FALSE.equals(json.accountEnabled()),
        Boolean.TRUE.equals(json.appRoleAssignmentRequired()),
        Texts.present(json.oauth2PermissionScopes()).stream()
            .map(
                scope ->
                    new PermissionScope(
                        Texts.orEmpty(scope.id()),
                        Texts.orEmpty(scope.value()),
                        Boolean.TRUE.equals(scope.isEnabled())))
            .toList());
  }
}
