package dev.lifeline.core.database;

import dev.lifeline.core.lcs.LcsClient;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Finds backups of databases. Thread-safe. */
public final class DatabaseBackups {
  private final LcsClient lcs;

  public DatabaseBackups(LcsClient lcs) {
    this.lcs = lcs;
  }

  /**
   * The backups whose name fits, the newest first.
   *
   * @throws LifelineException for what LCS refuses
   */
  public List<DatabaseBackup> named(ProjectId project, NamePattern pattern) {
    return lcs.databases(project).stream()
        .filter(backup -> pattern.matches(backup.name()))
        .sorted(Comparator.comparing(DatabaseBackups::created).reversed())
        .toList();
  }

  /**
   * The backups of those ids, in their order.
   *
   * @throws LifelineException ASSET_NOT_FOUND when one of them is not there; what LCS refuses
   */
  public List<DatabaseBackup> withIds(ProjectId project, List<AssetId> ids) {
    List<DatabaseBackup> all = lcs.databases(project);
    return ids.stream().map(id -> one(all, id, project)).toList();
  }

  static DatabaseBackup one(List<DatabaseBackup> all, AssetId id, ProjectId project) {
    return all.stream()
        .filter(backup -> backup.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.ASSET_NOT_FOUND,
                        "no database backup " + id + " in project " + project)
                    .why("It was deleted, is not exported yet, or belongs to another project.")
                    .fix("look it up with: lifeline database list --project-id " + project)
                    .detail("assetId", id.value())
                    .raise());
  }

  private static Instant created(DatabaseBackup backup) {
    Instant created = backup.origin().created();
    Instant known = created == null ? backup.origin().modified() : created;
    return known == null ? Instant.EPOCH : known;
  }
}
