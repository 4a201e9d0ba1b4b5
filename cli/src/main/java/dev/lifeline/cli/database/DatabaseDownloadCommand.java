package dev.lifeline.cli.database;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.database.DatabaseBackups;
import dev.lifeline.core.download.FolderDownload;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.DatabaseBackup;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lifeline database download}. */
@Command(
    name = "download",
    description = {
      "Download backups of databases: by id or by name.",
      "A file appears under its name only when it is whole."
    })
public final class DatabaseDownloadCommand implements Runnable {
  @Option(
      names = "--id",
      paramLabel = "ID",
      split = ";",
      description = "A backup's asset id; repeatable, or several with ; between them.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description = "Those whose names fit; * stands for anything.")
  private @Nullable String name;

  @Option(names = "--latest", description = "Of those, only the newest.")
  private boolean latest;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder; default: the current one.")
  private Path folder = Path.of(".");

  @Option(names = "--overwrite", description = "Replace files of the same name.")
  private boolean overwrite;

  private final Shell shell;

  public DatabaseDownloadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    List<AssetId> named =
        ids.stream()
            .filter(id -> !id.isBlank())
            .map(id -> Values.read("asset id", id, AssetId::new))
            .distinct()
            .toList();
    requireOneWay(!named.isEmpty());
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      List<DatabaseBackup> wanted =
          named.isEmpty()
              ? found(lifeline.databaseBackups(), project)
              : lifeline.databaseBackups().withIds(project, named);
      show(download(lifeline, project, wanted));
    }
  }

  private void requireOneWay(boolean byId) {
    boolean bySearch = name != null || latest;
    if (byId == bySearch) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG,
              byId
                  ? "--id excludes --name and --latest"
                  : "it is not said which backups to download")
          .fix("name the backups either with --id, or with --name PATTERN, --latest or both")
          .raise();
    }
  }

  private List<DatabaseBackup> found(DatabaseBackups backups, ProjectId project) {
    String pattern = name == null ? "*" : name;
    List<DatabaseBackup> found = backups.named(project, NamePattern.of(pattern));
    if (found.isEmpty()) {
      throw Problem.of(ProblemCode.ASSET_NOT_FOUND, "no database backup is named '" + pattern + "'")
          .why("Names are compared as a whole, without regard to case; * stands for anything.")
          .fix("look with: lifeline database list --project-id " + project)
          .raise();
    }
    return latest ? found.subList(0, 1) : found;
  }

  private List<FolderDownload.Fetched> download(
      Lifeline lifeline, ProjectId project, List<DatabaseBackup> wanted) {
    List<FolderDownload.Fetched> arrived = new ArrayList<>();
    try {
      lifeline
          .databaseDownload()
          .run(project, wanted, new FolderDownload.Destination(folder, overwrite), arrived::add);
      return arrived;
    } catch (LifelineException e) {
      boolean interrupted = e.code() == ProblemCode.INTERRUPTED;
      if (!interrupted && arrived.isEmpty()) {
        throw e;
      }
      Problem problem =
          interrupted
              ? Problem.of(
                      e.code(),
                      "stopped downloading: "
                          + arrived.size()
                          + " of "
                          + wanted.size()
                          + " files are whole")
                  .why("A file appears only when it is whole. LCS is unchanged.")
              : e.problem().detail("filesWhole", arrived.size());
      throw problem.fix("go on with: " + rest(project, wanted, arrived)).raise(e);
    }
  }

  private String rest(
      ProjectId project, List<DatabaseBackup> wanted, List<FolderDownload.Fetched> arrived) {
    List<String> whole = arrived.stream().map(one -> one.file().id()).toList();
    String missing =
        wanted.stream()
            .map(backup -> backup.id().value())
            .filter(id -> !whole.contains(id))
            .map(id -> "--id " + id)
            .collect(Collectors.joining(" "));
    return "lifeline database download "
        + missing
        + " --to "
        + Values.word(folder.toString())
        + (overwrite ? " --overwrite " : " ")
        + shell.sameAgain(project);
  }

  private void show(List<FolderDownload.Fetched> all) {
    List<Map<String, Object>> json = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (FolderDownload.Fetched one : all) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("assetId", one.file().id());
      row.put("name", one.file().name());
      row.put("path", one.path().toString());
      row.put("sizeBytes", one.sizeBytes());
      row.put("sha256", one.sha256());
      json.add(row);
      lines.add("downloaded '" + one.file().name() + "', " + Figures.size(one.sizeBytes()));
      lines.add("file    " + one.path());
      lines.add("sha256  " + one.sha256());
    }
    shell.console().result(json, lines);
  }
}
