package dev.lifeline.hub.engine;

import dev.lifeline.core.LcsOperations;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.rate.Ledger;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.store.Database;
import java.util.UUID;

/** Opens connections for use. Thread-safe. */
final class Desks {
  private final Database database;
  private final Keyring keyring;
  private final Connector connector;
  private final SignIns signIns;
  private final LcsOperations operations;
  private final Ledger ledger;

  Desks(
      Database database,
      Keyring keyring,
      Connector connector,
      SignIns signIns,
      LcsOperations operations) {
    this.database = database;
    this.keyring = keyring;
    this.connector = connector;
    this.signIns = signIns;
    this.operations = operations;
    this.ledger = new SharedLedger(database);
  }

  private record Stored(Connection connection, Secret password) {}

  /**
   * What a connection can do; sends nothing yet.
   *
   * @param project the hub's project in whose name it is used
   * @param journal where starts are written down
   * @throws LifelineException CONNECTION_NOT_FOUND when it is gone, or the project lost it;
   *     CONNECTION_INVALID, ADDRESS_REFUSED
   */
  LcsOperations.Desk open(UUID connection, UUID project, StepJournal journal, Listener listener) {
    Stored stored =
        database.inTransaction(
            tables ->
                tables
                    .connections()
                    .get(connection)
                    .filter(each -> each.in(project).isPresent())
                    .flatMap(
                        each ->
                            keyring
                                .open(tables, connection)
                                .map(password -> new Stored(each, password)))
                    .orElseThrow(() -> gone(connection)));
    UsableConnection usable =
        connector.check(
            stored.connection().labels().name(), stored.connection().target(), stored.password());
    String scope = usable.connection().apiEndpoint().toString();
    return operations.of(
        usable.connection(),
        signIns.of(stored.connection(), usable),
        new LcsOperations.Keeping(journal.in(scope), ledger),
        listener);
  }

  private static LifelineException gone(UUID connection) {
    return Problem.of(
            ProblemCode.CONNECTION_NOT_FOUND,
            "the service connection " + connection + " is not there any more")
        .why("It was deleted, has no password, or was taken from the project of this run.")
        .fix("start the run again over another connection")
        .raise();
  }
}
