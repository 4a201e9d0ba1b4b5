package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Identities;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service endpoint as clients get it: never its secret (Service Endpoints REST: secrets), nor as
 * whom it signs in to those who may only see it.
 */
final class EndpointView {
  private final Call call;
  private final Identities identities;

  EndpointView(Call call) {
    this.call = call;
    this.identities = new Identities(call);
  }

  /** By itself: the secret stands as null. */
  Map<String, Object> whole(Connection connection) {
    return json(connection, true);
  }

  /** In a list: the secret is not there at all. */
  Map<String, Object> listed(Connection connection) {
    return json(connection, false);
  }

  /** What the organization's list says. */
  Map<String, Object> brief(Connection connection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", connection.id().toString());
    json.put("name", connection.labels().name());
    json.put("url", connection.target().url());
    return json;
  }

  /** A project, and what it calls an endpoint. */
  static Map<String, Object> reference(ProjectReference reference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("projectReference", project(reference.project()));
    json.put("name", reference.name());
    json.put("description", reference.description());
    return json;
  }

  static Map<String, Object> project(Project project) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", project.id().toString());
    json.put("name", project.name());
    return json;
  }

  private Map<String, Object> json(Connection connection, boolean masked) {
    Target target = connection.target();
    boolean inProject = call.projectIfAny().isPresent();
    ProjectReference here = call.reference(connection);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", Map.of("apiurl", target.apiUrl()));
    json.put("id", connection.id().toString());
    json.put("name", inProject ? here.name() : connection.labels().name());
    json.put("type", target.type());
    json.put("url", target.url());
    json.put("createdBy", identities.of(connection.created()));
    json.put("modifiedBy", identities.of(connection.changed()));
    json.put("description", inProject ? here.description() : connection.labels().description());
    if (call.powersOn(connection).contains(Power.VIEW_AUTHORIZATION)) {
      json.put("authorization", authorization(target, masked));
    }
    json.put("isShared", connection.references().size() > 1);
    json.put("isReady", true);
    json.put("isOutdated", false);
    json.put("isDisabled", false);
    json.put("owner", connection.labels().owner());
    json.put("serviceManagementReference", connection.labels().managementReference());
    json.put("creationDate", connection.created().at().toString());
    json.put("modificationDate", connection.changed().at().toString());
    json.put("serviceEndpointProjectReferences", references(connection));
    return json;
  }

  /** Of the other projects only those that the caller may know of. */
  private List<Map<String, Object>> references(Connection connection) {
    return connection.references().stream()
        .filter(each -> call.standing().sees(each.project()))
        .map(EndpointView::reference)
        .toList();
  }

  private static Map<String, Object> authorization(Target target, boolean masked) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("clientid", target.clientId());
    parameters.put("username", target.username());
    if (masked) {
      parameters.put("password", null);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", Draft.SCHEME);
    json.put("parameters", parameters);
    return json;
  }
}
