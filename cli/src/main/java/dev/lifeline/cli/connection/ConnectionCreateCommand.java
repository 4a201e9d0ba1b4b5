package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Console;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection create}. */
@Command(
    name = "create",
    description = {
      "Describe a service connection, prove it, and keep it with its password encrypted.",
      "On a terminal, what is missing is asked for. Nothing is kept when the proof fails."
    })
public final class ConnectionCreateCommand implements Runnable {
  @Parameters(paramLabel = "NAME", description = "The service connection name.")
  private String name;

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

  @Mixin private PasswordOptions password;

  @Option(names = "--no-verify", description = "Keep it without proving it.")
  private boolean noVerify;

  private final Shell shell;

  public ConnectionCreateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    ConnectionFolder folder = shell.connections();
    folder.requireFree(name);
    ServiceConnection connection = describe();
    Secret secret = password.read(shell.host(), shell.console());
    UsableConnection usable = new UsableConnection(connection, secret);
    if (!noVerify) {
      prove(usable);
    }
    folder.create(connection, secret);
    shell
        .console()
        .result(
            ConnectionView.json(folder.get(name)),
            List.of("created the connection '" + connection.name() + "'"));
  }

  private ServiceConnection describe() {
    Console console = shell.console();
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

  private static @Nullable String given(@Nullable String value, String field, Console console) {
    return value == null && console.canAsk() ? console.ask(field, "") : value;
  }

  private void prove(UsableConnection usable) {
    List<CheckStep> steps = new ConnectionProof(shell).run(usable);
    Optional<Problem> failure = ConnectionProof.failure(steps);
    if (failure.isPresent()) {
      throw failure
          .get()
          .fix("or keep the connection as it is with --no-verify; it was not kept now")
          .raise();
    }
  }
}
