package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection verify}. */
@Command(
    name = "verify",
    description = {
      "Prove a connection: sign in, reach Lifecycle Services, see the project.",
      "Reads only; changes nothing in LCS."
    })
public final class ConnectionVerifyCommand implements Runnable {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The connection; default: as for --connection.")
  private @Nullable String name;

  private final Shell shell;

  public ConnectionVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    UsableConnection connection =
        name == null ? shell.connection() : shell.connections().open(name);
    shell
        .console()
        .line(
            "verifying the connection '"
                + connection.connection().name()
                + "' as "
                + connection.connection().username());
    List<CheckStep> steps = new ConnectionProof(shell).run(connection);
    Optional<Problem> failure = ConnectionProof.failure(steps);
    shell
        .console()
        .result(
            steps.stream().map(ConnectionProof::json).toList(),
            failure.isPresent() ? List.of() : List.of("the connection works"));
    if (failure.isPresent()) {
      throw failure.get().raise();
    }
  }
}
