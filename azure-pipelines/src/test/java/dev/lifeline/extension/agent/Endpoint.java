package dev.lifeline.extension.agent;

import dev.lifeline.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A service connection as the server hands it to an agent.
 *
 * @param id its id, in lower case
 * @param url the authentication endpoint
 * @param scheme how it authenticates
 * @param parameters the parameters of its authorization: every value is masked
 * @param data its other fields
 */
public record Endpoint(
    String id,
    String url,
    String scheme,
    Map<String, String> parameters,
    Map<String, String> data) {

  /** A connection of the type for Lifecycle Services, as existing ones are. */
  public static Endpoint lcs(String id, String url, String apiUrl, Map<String, String> account) {
    return new Endpoint(id, url, "UsernamePassword", account, Map.of("apiurl", apiUrl));
  }

  /** The connection that every job has, to Azure DevOps itself. */
  static Endpoint ofTheSystem() {
    return new Endpoint(
        "SYSTEMVSSCONNECTION",
        "https://dev.azure.com/contoso/",
        "OAuth",
        Map.of("AccessToken", "the-job's-own-token"),
        Map.of());
  }

  /** The variables that tell a handler of it. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("ENDPOINT_URL_" + id, url);
    variables.put(
        "ENDPOINT_AUTH_" + id, Json.write(Map.of("parameters", parameters, "scheme", scheme)));
    variables.put("ENDPOINT_AUTH_SCHEME_" + id, scheme);
    parameters.forEach(
        (key, value) ->
            variables.put(
                "ENDPOINT_AUTH_PARAMETER_" + id + "_" + key.toUpperCase(Locale.ROOT), value));
    if (!data.isEmpty()) {
      variables.put("ENDPOINT_DATA_" + id, Json.write(data));
      data.forEach(
          (key, value) ->
              variables.put("ENDPOINT_DATA_" + id + "_" + key.toUpperCase(Locale.ROOT), value));
    }
    return variables;
  }
}
