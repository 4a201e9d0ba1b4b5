package dev.lifeline.tasks.host;

import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.exchange.ConnectionImport;
import dev.lifeline.core.exchange.ImportFormat;
import dev.lifeline.core.exchange.ImportedConnection;
import dev.lifeline.core.json.Json;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.problem.SetupStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service connection of Azure DevOps as the agent hands it over (Azure Pipelines tasks: the
 * run-time environment). Existing connections of the type {@code lcsserviceendpoint} are read as
 * they are.
 */
final class AzureConnection {
  private static final String SCHEME = "UsernamePassword";

  private final Variables variables;
  private final Log log;
  private final String id;

  /**
   * @param id the connection's id, as the input holds it
   */
  AzureConnection(Variables variables, Log log, String id) {
    this.variables = variables;
    this.log = log;
    this.id = id;
  }

  UsableConnection read() {
    if (id.contains(",")) {
      throw invalid("the input for the service connection names more than one")
          .fix("name one service connection")
          .raise();
    }
    Map<String, @Nullable Object> authorization = new LinkedHashMap<>();
    variable("ENDPOINT_AUTH_", "")
        .flatMap(AzureConnection::object)
        .ifPresent(authorization::putAll);
    String scheme = scheme(authorization);
    if (!scheme.equalsIgnoreCase(SCHEME)) {
      throw invalid(
              "the service connection '"
                  + id
                  + "' signs in by '"
                  + scheme
                  + "', not with a password")
          .why("Lifecycle Services takes a user name and a password, and nothing else.")
          .fix("choose a service connection of the type 'Dynamics Lifecycle Services'")
          .raise();
    }
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("type", "lcsserviceendpoint");
    endpoint.put("name", id);
    variable("ENDPOINT_URL_", "").ifPresent(url -> endpoint.put("url", url));
    endpoint.put("data", Map.of("apiurl", requireApiUrl()));
    endpoint.put("authorization", Map.of("parameters", parameters(authorization)));
    return usable(endpoint);
  }

  private UsableConnection usable(Map<String, Object> endpoint) {
    ImportedConnection read =
        ConnectionImport.read(Json.write(endpoint), ImportFormat.AZURE_DEVOPS, id);
    if (read.password() == null) {
      throw invalid("the service connection '" + id + "' has no password")
          .fix("open it under Project settings, Service connections, and fill in the password")
          .raise();
    }
    log.mask(read.password());
    for (String note : read.notes()) {
      log.warning("service connection: " + note + " Change it there to silence this warning.");
    }
    return new UsableConnection(
        read.fields().toConnection(), new Credential.Password(read.password()));
  }

  private String scheme(Map<String, @Nullable Object> authorization) {
    Object written = valueOf(authorization, "scheme");
    return Optional.ofNullable(written)
        .map(String::valueOf)
        .or(() -> variable("ENDPOINT_AUTH_SCHEME_", ""))
        .orElseThrow(
            () ->
                invalid("the agent handed over no service connection '" + id + "'")
                    .why(
                        "An agent hands over what the input names by its id, and only to a task of"
                            + " an extension.")
                    .fix("name the service connection by its name in the pipeline's YAML")
                    .fix("in a script step, set LIFELINE_USERNAME, LIFELINE_PASSWORD and their kin")
                    .raise());
  }

  private Map<String, Object> parameters(Map<String, @Nullable Object> authorization) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (String name : List.of("username", "password", "clientid")) {
      parameter(authorization, name).ifPresent(value -> found.put(name, value));
    }
    if (!found.containsKey("clientid")) {
      throw notOurs("application (client) ID");
    }
    return found;
  }

  private Optional<String> parameter(Map<String, @Nullable Object> authorization, String name) {
    Object inJson =
        valueOf(authorization, "parameters") instanceof Map<?, ?> all ? valueOf(all, name) : null;
    String upper = name.toUpperCase(Locale.ROOT);
    return inJson instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : variable("ENDPOINT_AUTH_PARAMETER_", "_" + upper);
  }

  private String requireApiUrl() {
    return variable("ENDPOINT_DATA_", "_APIURL")
        .or(
            () ->
                variable("ENDPOINT_DATA_", "")
                    .flatMap(AzureConnection::object)
                    .map(data -> valueOf(data, "apiurl"))
                    .map(String::valueOf))
        .filter(url -> !url.isBlank())
        .orElseThrow(() -> notOurs("LCS API endpoint"));
  }

  /** By the id as it is given, then in lower case, as the agent writes it. */
  private Optional<String> variable(String prefix, String suffix) {
    return Stream.of(id, id.toLowerCase(Locale.ROOT))
        .map(each -> variables.exact(prefix + each + suffix))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Keys come in the letter case in which they were stored. */
  private static @Nullable Object valueOf(Map<?, ?> object, String key) {
    return object.entrySet().stream()
        .filter(entry -> key.equalsIgnoreCase(String.valueOf(entry.getKey())))
        .map(entry -> (Object) entry.getValue())
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // a JSON object has texts as keys
  private static Optional<Map<String, @Nullable Object>> object(String json) {
    return Json.read(json, Object.class)
        .filter(Map.class::isInstance)
        .map(value -> (Map<String, @Nullable Object>) value);
  }

  private RuntimeException notOurs(String missing) {
    return invalid("the service connection '" + id + "' has no " + missing)
        .why("So it is of another type than 'Dynamics Lifecycle Services'.")
        .fix("choose a service connection of the type 'Dynamics Lifecycle Services'")
        .raise();
  }

  private static Problem invalid(String message) {
    return Problem.of(ProblemCode.CONNECTION_INVALID, message).step(SetupStep.CONNECTION);
  }
}
