package dev.lifeline.core.exchange;

import dev.lifeline.core.connection.EnvironmentConnection;
import dev.lifeline.core.connection.ServiceConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables that {@link EnvironmentConnection} reads, as assignments of a POSIX shell. A value
 * is only quoted where it must be, so that tools that know no quotes can read most of them too.
 */
final class ShellVariables {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellVariables() {}

  static String of(ServiceConnection connection) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", connection.authenticationEndpoint().toString());
    variables.put("LIFELINE_API_ENDPOINT", connection.apiEndpoint().toString());
    variables.put("LIFELINE_CLIENT_ID", connection.clientId().toString());
    variables.put("LIFELINE_USERNAME", connection.username());
    variables.put("LIFELINE_PASSWORD", ConnectionExport.PASSWORD_PLACEHOLDER);
    if (connection.defaultProject() != null) {
      variables.put("LIFELINE_PROJECT_ID", connection.defaultProject().toString());
    }
    return variables.entrySet().stream()
        .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Nothing is special between single quotes but the quote that ends them. */
  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
