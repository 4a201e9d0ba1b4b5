package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ServiceConnection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The fields of a service connection, apart from its name and its secret. */
final class FieldOptions {
  @Mixin private EndpointOptions endpoints;

  @Option(
      names = "--username",
      paramLabel = "USER",
      description = "The account's e-mail alias (UPN).")
  private @Nullable String username;

  @Option(
      names = "--client-id",
      paramLabel = "GUID",
      description = "The application (client) ID of the registration.")
  private @Nullable String clientId;

  @Option(names = "--description", paramLabel = "TEXT", description = "Free text.")
  private @Nullable String description;

  @Option(
      names = "--default-project",
      paramLabel = "ID",
      description = "The project that is used when none is named.")
  private @Nullable String defaultProject;

  /** A new connection; what is missing is asked for where somebody can be asked. */
  ServiceConnection describe(String name, Console console) {
    EndpointOptions.Endpoints chosen = endpoints.choose(console);
    return ConnectionFields.empty()
        .with(ConnectionField.AUTHENTICATION_ENDPOINT, chosen.authenticationEndpoint())
        .with(ConnectionField.API_ENDPOINT, chosen.apiEndpoint())
        .with(ConnectionField.USERNAME, given(username, "Username", console))
        .with(ConnectionField.CLIENT_ID, given(clientId, "Application (Client) ID", console))
        .with(ConnectionField.NAME, name)
        .with(ConnectionField.DESCRIPTION, description)
        .with(ConnectionField.DEFAULT_PROJECT, defaultProject)
        .toConnection();
  }

  /** Fields from elsewhere, with those replaced that were named; an empty text empties a field. */
  ConnectionFields over(ConnectionFields others) {
    EndpointOptions.Endpoints named = endpoints.named();
    ConnectionFields fields = others;
    fields = over(fields, ConnectionField.AUTHENTICATION_ENDPOINT, named.authenticationEndpoint());
    fields = over(fields, ConnectionField.API_ENDPOINT, named.apiEndpoint());
    fields = over(fields, ConnectionField.USERNAME, username);
    fields = over(fields, ConnectionField.CLIENT_ID, clientId);
    fields = over(fields, ConnectionField.DESCRIPTION, description);
    return over(fields, ConnectionField.DEFAULT_PROJECT, defaultProject);
  }

  private static ConnectionFields over(
      ConnectionFields fields, ConnectionField field, @Nullable String text) {
    return text == null ? fields : fields.with(field, text);
  }

  private static @Nullable String given(@Nullable String value, String field, Console console) {
    return value == null && console.canAsk() ? console.ask(field, "") : value;
  }
}
