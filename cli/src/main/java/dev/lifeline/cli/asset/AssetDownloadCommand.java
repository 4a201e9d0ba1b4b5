package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.cli.shell.Values;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetDownload;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
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
import picocli.CommandLine.Mixin;
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

  @Mixin private SearchOptions search;

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
      List<Asset> wanted =
          assetType == null
              ? named.stream().map(id -> lifeline.assetSearch().get(project, id)).toList()
              : found(lifeline, project, assetType);
      show(download(lifeline, project, new AssetDownload.Order(wanted, folder, overwrite)));
    }
  }

  private void requireOneWay() {
    boolean byId = ids.stream().anyMatch(id -> !id.isBlank());
    boolean bySearch = type != null || search.areGiven();
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

  private List<Asset> found(Lifeline lifeline, ProjectId project, AssetType assetType) {
    List<Asset> found = lifeline.assetSearch().find(project, search.query(assetType));
    if (found.isEmpty()) {
      throw Problem.of(
              ProblemCode.ASSET_NOT_FOUND, "no asset of type " + assetType.id() + search.words())
          .why("Names are compared as a whole, without regard to case; * stands for anything.")
          .fix("look with: lifeline asset list --type " + assetType.id())
          .raise();
    }
    return found;
  }

  private List<AssetDownload.Downloaded> download(
      Lifeline lifeline, ProjectId project, AssetDownload.Order order) {
    List<AssetDownload.Downloaded> arrived = new ArrayList<>();
    try {
      lifeline.assetDownload().run(project, order, arrived::add);
      return arrived;
    } catch (LifelineException e) {
      throw withWayOn(e, project, order, arrived);
    }
  }

  /** What a download leaves behind is no half file, and the next one need not fetch it again. */
  private LifelineException withWayOn(
      LifelineException e,
      ProjectId project,
      AssetDownload.Order order,
      List<AssetDownload.Downloaded> arrived) {
    boolean interrupted = e.code() == ProblemCode.INTERRUPTED;
    if (!interrupted && arrived.isEmpty()) {
      return e;
    }
    Problem problem =
        interrupted
            ? Problem.of(
                    e.code(),
                    "stopped downloading: "
                        + arrived.size()
                        + " of "
                        + order.assets().size()
                        + " files are whole")
                .why("A file appears only when it is whole. LCS is unchanged.")
            : e.problem().detail("filesWhole", arrived.size());
    return problem.fix("go on with: " + rest(project, order, arrived)).raise(e);
  }

  private String rest(
      ProjectId project, AssetDownload.Order order, List<AssetDownload.Downloaded> arrived) {
    List<AssetId> whole = arrived.stream().map(one -> one.asset().id()).toList();
    String missing =
        order.assets().stream()
            .map(Asset::id)
            .filter(id -> !whole.contains(id))
            .map(id -> "--id " + id)
            .collect(Collectors.joining(" "));
    return "lifeline asset download "
        + missing
        + " --to "
        + Values.word(folder.toString())
        + (overwrite ? " --overwrite " : " ")
        + shell.sameAgain(project);
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
