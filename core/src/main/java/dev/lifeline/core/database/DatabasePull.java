package dev.lifeline.core.database;

import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.OperationState;
import dev.lifeline.core.operation.OperationWatcher;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.operation.Watched;
import dev.lifeline.core.servicing.Servicing;
import dev.lifeline.core.servicing.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings a database here: refreshes a sandbox from it, exports the sandbox, downloads the backup.
 * The same order goes on wherever an earlier run was interrupted. Thread-safe.
 */
public final class DatabasePull {
  /** The library may list a backup some time after its export is completed (ASSUMED). */
  private static final Patience LISTED =
      Patience.of(Duration.ofSeconds(30), Duration.ofMinutes(15));

  private final LcsClient lcs;
  private final Servicing servicing;
  private final DatabaseMovement movement;
  private final DatabaseDownload download;
  private final OperationWatcher watcher;

  public DatabasePull(
      LcsClient lcs, Servicing servicing, DatabaseDownload download, OperationWatcher watcher) {
    this.lcs = lcs;
    this.servicing = servicing;
    this.movement = new DatabaseMovement(lcs, servicing);
    this.download = download;
    this.watcher = watcher;
  }

  /**
   * What to bring, and where to.
   *
   * @param refresh the first step
   * @param backupName how the export is called in the library, not blank
   * @param to the folder
   */
  public record Order(
      DatabaseMovement.Refresh refresh, String backupName, FolderDownload.Destination to) {}

  /**
   * Refreshes, exports and downloads.
   *
   * @param patience for each of the two operations
   * @param begun told of each as soon as it is started, or found started
   * @return the file
   * @throws dev.lifeline.core.problem.LifelineException as each of the steps; OPERATION_FAILED,
   *     WAIT_TIMED_OUT, INTERRUPTED
   */
  public FolderDownload.Fetched run(
      ProjectId project, Order order, Patience patience, Consumer<Started> begun) {
    Started refresh = movement.refresh(project, order.refresh(), true);
    begun.accept(refresh);
    servicing.step(refresh.operation(), patience);
    Started export = movement.export(project, order.refresh().target(), order.backupName(), true);
    begun.accept(export);
    servicing.step(export.operation(), patience);
    FolderDownload.Fetched fetched = fetch(project, order);
    servicing.told(refresh.operation());
    servicing.told(export.operation());
    return fetched;
  }

  private FolderDownload.Fetched fetch(ProjectId project, Order order) {
    List<DatabaseBackup> found = new ArrayList<>();
    watcher.await(
        new Watched(
            "the backup '" + order.backupName() + "' in the library",
            () -> {
              Optional<DatabaseBackup> newest = newest(project, order.backupName());
              newest.ifPresent(found::add);
              return newest.isPresent()
                  ? new OperationState.Succeeded("listed")
                  : new OperationState.Running("not listed");
            }),
        LISTED);
    List<FolderDownload.Fetched> files = new ArrayList<>();
    Consumer<FolderDownload.Fetched> arrived = files::add;
    download.run(project, found, order.to(), arrived);
    return files.get(0);
  }

  private Optional<DatabaseBackup> newest(ProjectId project, String name) {
    return lcs.databases(project).stream()
        .filter(backup -> backup.name().equals(name))
        .max(Comparator.comparing(DatabasePull::created));
  }

  private static Instant created(DatabaseBackup backup) {
    Instant created = backup.origin().created();
    return created == null ? Instant.EPOCH : created;
  }
}
