package dev.lifeline.cli.connection;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.ConnectionMemory;
import dev.lifeline.core.connection.SavedConnection;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.Realm;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves a connection, keeps it, and says where its secret is then. */
final class Keeper {
  private final Shell shell;
  private final boolean proves;

  /**
   * @param proves whether a connection is tried out before it is kept
   */
  Keeper(Shell shell, boolean proves) {
    this.shell = shell;
    this.proves = proves;
  }

  /** Keeps a new connection. */
  void create(Trial trial, @Nullable SecretStorage storage) {
    prove(trial, "or keep the connection as it is with --no-verify; it was not kept now");
    ServiceConnection connection = trial.connection();
    SavedConnection saved = shell.connections().create(connection, trial.credential(), storage);
    remember(trial);
    show("created", saved.connection().name());
  }

  /**
   * Replaces a stored connection; when the proof fails, nothing of it changes.
   *
   * @param isNewSecret whether the secret of the trial takes the place of the one that is stored
   */
  void replace(Trial trial, boolean isNewSecret, @Nullable SecretStorage storage) {
    String name = trial.connection().name();
    ConnectionFolder folder = shell.connections();
    ServiceConnection stored = folder.get(name).connection();
    if (isNewSecret || !stored.equals(trial.connection())) {
      prove(trial, "or change it without a proof, with --no-verify; nothing was changed now");
    }
    if (storage != null) {
      folder.move(name, storage);
    }
    folder.replace(trial.connection(), isNewSecret ? trial.credential() : null);
    remember(trial);
    show("updated", name);
  }

  private void prove(Trial trial, String otherwise) {
    if (!proves) {
      return;
    }
    List<CheckStep> steps = new ConnectionProof(shell).run(trial.usable());
    Optional<Problem> failure = ConnectionProof.failure(steps);
    if (failure.isPresent()) {
      throw failure.get().fix(otherwise).raise();
    }
  }

  /** What the proof has found out, and that it has used the secret. */
  private void remember(Trial trial) {
    if (!trial.hasSignedIn()) {
      return;
    }
    ConnectionMemory memory = shell.connections().open(trial.connection().name()).memory();
    Realm realm = trial.realm();
    if (realm != null) {
      memory.realmFound(realm);
    }
    memory.used(trial.credential());
  }

  /** The connection as it is stored now, as the command's result. */
  void show(String done, String name) {
    ConnectionView view =
        new ConnectionView(shell.connections().get(name), shell.host().time().instant());
    List<String> lines = new ArrayList<>();
    lines.add(done + " the connection '" + view.saved().connection().name() + "'");
    lines.add("its secret is in " + ConnectionView.place(view.saved().storage()));
    shell.console().result(view.json(), lines);
  }
}
