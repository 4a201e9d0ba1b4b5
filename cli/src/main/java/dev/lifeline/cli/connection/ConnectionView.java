package dev.lifeline.cli.connection;

import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Geography;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stored connection as it is shown: everything but the password. */
final class ConnectionView {
  private ConnectionView() {}

  static Map<String, @Nullable Object> json(SavedConnection saved) {
    ServiceConnection connection = saved.connection();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", connection.name());
    json.put("authenticationEndpoint", connection.authenticationEndpoint().toString());
    json.put("apiEndpoint", connection.apiEndpoint().toString());
    json.put("geography", geography(connection).map(Geography::id).orElse(null));
    json.put("username", connection.username());
    json.put("clientId", connection.clientId().value());
    json.put("description", connection.description());
    json.put(
        "projectId",
        connection.defaultProject() == null ? null : connection.defaultProject().value());
    json.put("passwordChanged", changed(saved));
    json.put("default", saved.chosen());
    return json;
  }

  /** The fields under the names of the setup guide. */
  static List<String> lines(SavedConnection saved) {
    ServiceConnection connection = saved.connection();
    List<String> lines = new ArrayList<>();
    lines.add(
        field(
            "Service connection name",
            connection.name() + (saved.chosen() ? "  (the default)" : "")));
    lines.add(field("Authentication Endpoint", connection.authenticationEndpoint().toString()));
    lines.add(
        field(
            "LCS API Endpoint",
            connection.apiEndpoint()
                + geography(connection).map(known -> "  (" + known.title() + ")").orElse("")));
    lines.add(field("Username", connection.username()));
    lines.add(field("Password", "***, last changed " + changed(saved)));
    lines.add(field("Application (Client) ID", connection.clientId().value()));
    if (connection.description() != null) {
      lines.add(field("Description", connection.description()));
    }
    if (connection.defaultProject() != null) {
      lines.add(field("Default project", connection.defaultProject().toString()));
    }
    return lines;
  }

  private static String changed(SavedConnection saved) {
    return saved.passwordChanged().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String place(ServiceConnection connection) {
    return geography(connection).map(Geography::title).orElse(connection.apiEndpoint().toString());
  }

  private static Optional<Geography> geography(ServiceConnection connection) {
    return Geography.withApiEndpoint(connection.apiEndpoint());
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "%-24s %s", name, value);
  }
}
