package dev.lifeline.core.database;

import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.download.FreshAddress;
import dev.lifeline.core.download.RemoteFile;
import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.SasUrl;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches backups of databases into a folder, as assets are fetched: every target is known, and
 * free, before the first byte; a file appears under its name only when it is whole.
 */
public final class DatabaseDownload {
  private final LcsClient lcs;
  private final FolderDownload folders;
  private final Time time;

  public DatabaseDownload(LcsClient lcs, FolderDownload folders, Time time) {
    this.lcs = lcs;
    this.folders = folders;
    this.time = time;
  }

  /**
   * Fetches backups, one after the other.
   *
   * @param backups as LCS listed them just now; each once
   * @param arrived told each file once it is whole, also when a later one fails
   * @throws LifelineException TARGET_EXISTS and TARGET_NOT_WRITABLE before anything is fetched;
   *     what LCS or the blob store refuses
   */
  public void run(
      ProjectId project,
      List<DatabaseBackup> backups,
      FolderDownload.Destination to,
      Consumer<FolderDownload.Fetched> arrived) {
    Instant listed = time.instant();
    List<RemoteFile> files =
        backups.stream()
            .map(
                backup ->
                    new RemoteFile(
                        backup.id().value(),
                        backup.name(),
                        backup.fileName(),
                        new FreshAddress(
                            backup.location(), listed, time, () -> address(project, backup))))
            .toList();
    folders.run(files, to, arrived);
  }

  private SasUrl address(ProjectId project, DatabaseBackup backup) {
    SasUrl location = DatabaseBackups.one(lcs.databases(project), backup.id(), project).location();
    if (location == null) {
      throw Problem.of(
              ProblemCode.LCS_REFUSED,
              "LCS names no place for the bytes of the database backup " + backup.id())
          .why("It does so for every backup that is whole.")
          .fix("open the asset library in the LCS portal and see whether it can be downloaded")
          .raise();
    }
    return location;
  }
}
