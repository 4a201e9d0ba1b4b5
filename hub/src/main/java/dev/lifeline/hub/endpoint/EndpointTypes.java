package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.web.Reply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The one type that there is (Service Endpoints REST: the type lcsserviceendpoint). */
public final class EndpointTypes {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.TYPES, EndpointTypes::types).on(Route.FILTERED_TYPES, EndpointTypes::filtered);
  }

  private static Reply types(Call call) {
    String type = call.http().query("type").orElse(Draft.TYPE);
    String scheme = call.http().query("scheme").orElse(Draft.SCHEME);
    return list(name -> name.equalsIgnoreCase(type) && scheme.equalsIgnoreCase(Draft.SCHEME));
  }

  private static Reply filtered(Call call) {
    List<String> names = Arrays.asList(call.http().body(String[].class));
    return list(name -> names.stream().anyMatch(name::equalsIgnoreCase));
  }

  private static Reply list(Predicate<String> isWanted) {
    return Reply.list(isWanted.test(Draft.TYPE) ? List.of(type()) : List.of());
  }

  private static Map<String, Object> type() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", Draft.TYPE);
    json.put("displayName", "Dynamics Lifecycle Services");
    json.put("description", "Sign-in to LCS for pipelines");
    json.put("endpointUrl", endpointUrl());
    json.put("dataSources", List.of(testConnection()));
    json.put("dependencyData", List.of());
    json.put("trustedHosts", List.of());
    json.put("helpMarkDown", "");
    json.put("inputDescriptors", List.of(apiUrl()));
    json.put("authenticationSchemes", List.of(scheme()));
    return json;
  }

  private static Map<String, Object> endpointUrl() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("displayName", "Authentication Endpoint");
    json.put("helpText", "Entra ID authority");
    json.put("value", "https://login.microsoftonline.com/organizations");
    json.put("isVisible", "true");
    return json;
  }

  /** Beyond Azure DevOps, whose type has none: with it, a connection can be verified. */
  private static Map<String, Object> testConnection() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", "TestConnection");
    json.put("endpointUrl", "{{endpoint.url}}");
    json.put("resultSelector", "");
    json.put("headers", List.of());
    json.put("authenticationScheme", null);
    return json;
  }

  private static Map<String, Object> apiUrl() {
    Map<String, Object> json = input("apiurl", "Lifecycle Services API Endpoint", "textBox");
    json.put("description", "LCS API address of the project's geography");
    json.put("groupName", null);
    json.put(
        "values",
        Map.of("inputId", "apiurlInput", "defaultValue", "https://lcsapi.lcs.dynamics.com"));
    return json;
  }

  private static Map<String, Object> scheme() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", Draft.SCHEME);
    json.put("displayName", "Azure Active Directory Credential");
    json.put("authorizationHeaders", List.of());
    json.put(
        "inputDescriptors",
        List.of(
            input("username", "Username", "textBox"),
            input("password", "Password", "passwordBox"),
            input("clientid", "Application (Client) ID", "textBox")));
    return json;
  }

  private static Map<String, Object> input(String id, String name, String mode) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", name);
    json.put("inputMode", mode);
    json.put("isConfidential", mode.equals("passwordBox"));
    json.put("useInDefaultDescription", false);
    json.put("groupName", "AuthenticationParameter");
    json.put("valueHint", null);
    json.put("validation", Map.of("dataType", "string", "isRequired", true));
    return json;
  }
}
