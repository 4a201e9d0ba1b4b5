package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The body of {@code POST _apis/serviceendpoint/endpoints} (Service endpoints REST API: create,
 * worked example), which {@code az devops service-endpoint create} takes too.
 */
final class EndpointBody {
  static final String TYPE = "lcsserviceendpoint";

  private EndpointBody() {}

  static String of(ServiceConnection connection) {
    String description = Objects.requireNonNullElse(connection.description(), "");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", connection.name());
    body.put("type", TYPE);
    body.put("owner", "library");
    body.put("description", description);
    body.put("url", connection.authenticationEndpoint().toString());
    body.put("data", Map.of("apiurl", connection.apiEndpoint().toString()));
    body.put("authorization", authorization(connection));
    body.put("serviceEndpointProjectReferences", List.of(project(connection, description)));
    return Json.writeIndented(body) + "\n";
  }

  private static Map<String, Object> authorization(ServiceConnection connection) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("clientid", connection.clientId().toString());
    parameters.put("username", connection.username());
    parameters.put("password", ConnectionExport.PASSWORD_PLACEHOLDER);
    Map<String, Object> authorization = new LinkedHashMap<>();
    authorization.put("scheme", "UsernamePassword");
    authorization.put("parameters", parameters);
    return authorization;
  }

  /** The name that is shown is the one in here: it is kept project by project. */
  private static Map<String, Object> project(ServiceConnection connection, String description) {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("id", "<project id>");
    project.put("name", "<project name>");
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("projectReference", project);
    reference.put("name", connection.name());
    reference.put("description", description);
    return reference;
  }
}
