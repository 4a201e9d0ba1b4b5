package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Figures;
import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetDownload;
import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.asset.NamePattern;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lifeline asset download}. */
@Command(
    name = "download",
    description = {
      "Download assets: by id, or by type and name.",
      "A file appears under its name only when it is whole."
    })
public final class AssetDownloadCommand implements Runnable {
  @Option(
      names = "--id",
      paramLabel = "ID",
      split = ";",
      description = "An asset's id; repeatable, or several with ; between them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--type", paramLabel = "TYPE", description = "The asset type to look for.")
  private @Nullable String type;

  @Option(
      names = "--name",
      paramLabel = "PATTERN",
      description = "With --type: names that fit; * stands for anything.")
  private @Nullable String name;

  @Option(names = "--latest", description = "With --type: only the newest match.")
  private boolean latest;

  @Option(names = "--shared", description = "With --type: look in the shared library.")
  private boolean shared;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder; default: the current one.")
  private Path folder = Path.of(".");

  @Option(names = "--overwrite", description = "Replace files of the same name.")
  private boolean overwrite;

  private final Shell shell;

  public AssetDownloadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    requireOneWay();
    List<AssetId> named =
        ids.stream()
            .filter(id -> !id.isBlank())
            .map(id -> Values.read("asset id", id, AssetId::new))
            .toList();
    AssetType assetType = type == null ? null : AssetView.type(type);
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      List<AssetId> wanted = assetType == null ? named : found(lifeline, project, assetType);
      AssetDownload.Order order = new AssetDownload.Order(wanted, folder, overwrite);
      show(lifeline.assetDownload().run(project, order));
    }
  }

  private void requireOneWay() {
    boolean byId = ids.stream().anyMatch(id -> !id.isBlank());
    boolean bySearch = type != null || name != null || latest || shared;
    if (byId && bySearch) {
      throw Problem.of(
              ProblemCode.USAGE_WRONG, "--id excludes --type, --name, --latest and --shared")
          .fix("name the assets either by id or by type and name")
          .raise();
    }
    if (!byId && type == null) {
      throw Problem.of(ProblemCode.USAGE_WRONG, "it is not said which assets to download")
          .fix("add --id ID, or --type TYPE with --name PATTERN")
          .raise();
    }
  }

  private List<AssetId> found(Lifeline lifeline, ProjectId project, AssetType assetType) {
    AssetSearch.Query query =
        new AssetSearch.Query(
            assetType, name == null ? null : NamePattern.of(name), shared, latest);
    List<Asset> found = lifeline.assetSearch().find(project, query);
    if (found.isEmpty()) {
      throw Problem.of(
              ProblemCode.ASSET_NOT_FOUND,
              "no asset of type "
                  + assetType.id()
                  + (name == null ? "" : " is named '" + name + "'"))
          .why("Names are compared as a whole, without regard to case; * stands for anything.")
          .fix("look with: lifeline asset list --type " + assetType.id())
          .raise();
    }
    return found.stream().map(Asset::id).toList();
  }

  private void show(List<AssetDownload.Downloaded> all) {
    List<Map<String, Object>> json = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (AssetDownload.Downloaded one : all) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("assetId", one.asset().id().value());
      row.put("name", one.asset().name());
      row.put("path", one.path().toString());
      row.put("sizeBytes", one.sizeBytes());
      row.put("sha256", one.sha256());
      json.add(row);
      lines.add("downloaded '" + one.asset().name() + "', " + Figures.size(one.sizeBytes()));
      lines.add("file    " + one.path());
      lines.add("sha256  " + one.sha256());
    }
    shell.console().result(json, lines);
  }
}
