package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionField;
import dev.lifeline.core.connection.ConnectionFields;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.HubEndpoint;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection add}. */
@Command(
    name = "add",
    description = {
      "Keep a connection of a hub, prove it at once, and use it like any other from then on.",
      "The hub keeps the password; what is kept here is an access token of the hub, encrypted."
    })
public final class ConnectionAddCommand implements Runnable {
  @Parameters(
      paramLabel = "NAME",
      description =
          "The name here; --connection names the one on the hub where it is called otherwise.")
  private String name;

  @Mixin private TokenOptions token;

  @Option(names = "--description", paramLabel = "TEXT", description = "Free text.")
  private @Nullable String description;

  @Option(
      names = "--default-project",
      paramLabel = "ID",
      description = "The project that is used when none is named.")
  private @Nullable String defaultProject;

  @Mixin private StorageOption storage;

  @Option(names = "--no-verify", description = "Keep it without proving it.")
  private boolean noVerify;

  private final Shell shell;

  public ConnectionAddCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    HubEndpoint hub =
        shell
            .settings()
            .hub()
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.USAGE_WRONG, "no hub was named")
                        .fix("add --hub URL, or set LIFELINE_HUB")
                        .fix("for a connection with a password of its own, use: connection create")
                        .raise());
    shell.connections().requireFree(name);
    @Nullable SecretStorage place = storage.chosen();
    UsableConnection there = find(hub, token.read(shell));
    ServiceConnection connection =
        ConnectionFields.of(there.connection())
            .with(ConnectionField.NAME, name)
            .with(ConnectionField.DESCRIPTION, description)
            .with(ConnectionField.DEFAULT_PROJECT, defaultProject)
            .toConnection();
    new Keeper(shell, !noVerify).create(Trial.of(connection, there.credential()), place);
  }

  /** The one that was named, else the one of the same name, else the only one. */
  private UsableConnection find(HubEndpoint hub, Secret access) {
    String named = shell.settings().namedConnection();
    if (named != null) {
      return shell.ofHub(hub, access, named);
    }
    try {
      return shell.ofHub(hub, access, name);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.CONNECTION_NOT_FOUND) {
        throw e;
      }
      return shell.ofHub(hub, access, null);
    }
  }
}
