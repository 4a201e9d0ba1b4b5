package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.preflight.CheckOrder;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.preflight.ConnectionCheck;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lifeline connection verify}. */
@Command(
    name = "verify",
    description = {
      "Prove a connection: each prerequisite on a line of its own, passed, failed with its fix, or skipped.",
      "Reads only; changes nothing in LCS. A password that is refused is sent once."
    })
public final class ConnectionVerifyCommand implements Runnable {
  private static final Set<ProblemCode> OF_THE_FIELDS =
      EnumSet.of(ProblemCode.CONNECTION_INVALID, ProblemCode.CLOUD_MISMATCH);

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The connection; default: as for --connection.")
  private @Nullable String name;

  @Mixin private PlacesOption places;

  @Mixin private MaxAgeOption maxAge;

  private final Shell shell;

  public ConnectionVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    maxAge.limit(); // what is malformed is said before anything is sent
    ConnectionProof proof = new ConnectionProof(shell);
    List<CheckStep> steps = steps(proof);
    Optional<Problem> failure = ConnectionProof.failure(steps);
    shell
        .console()
        .result(
            steps.stream().map(ConnectionProof::json).toList(),
            failure.isPresent() ? List.of() : List.of(success(steps)));
    if (failure.isPresent()) {
      throw failure.get().raise();
    }
  }

  private List<CheckStep> steps(ConnectionProof proof) {
    UsableConnection connection;
    try {
      connection = name == null ? shell.connection() : shell.open(name);
    } catch (LifelineException e) {
      if (!OF_THE_FIELDS.contains(e.code())) {
        throw e;
      }
      return ConnectionCheck.ofMalformed(e.problem(), shell.host().time(), proof::show);
    }
    return steps(proof, connection);
  }

  private List<CheckStep> steps(ConnectionProof proof, UsableConnection connection) {
    boolean stored = connection.memory().isOfStored();
    CheckOrder order =
        new CheckOrder(
            shell.projectIfAny(connection).orElse(null),
            places.places(),
            stored ? Origin.STORED : Origin.ENVIRONMENT);
    String called = connection.connection().name();
    shell
        .console()
        .line("verifying the connection '" + called + "' as " + connection.connection().username());
    List<CheckStep> steps = new ArrayList<>(proof.run(connection, order));
    if (stored) {
      CheckStep age =
          SecretAge.step(shell.connections().get(called), shell.host().time().instant(), maxAge);
      proof.show(age);
      steps.add(age);
    }
    return steps;
  }

  private static String success(List<CheckStep> steps) {
    long warnings = steps.stream().filter(step -> step.warning() != null).count();
    return "the connection works"
        + (warnings == 0
            ? ""
            : warnings == 1 ? ", with 1 warning" : ", with " + warnings + " warnings");
  }
}
