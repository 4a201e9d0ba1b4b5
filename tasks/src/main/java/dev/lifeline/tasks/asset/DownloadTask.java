package dev.lifeline.tasks.asset;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetDownload;
import dev.lifeline.core.asset.AssetSearch;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.lookup.NamePattern;
import dev.lifeline.core.model.Asset;
import dev.lifeline.core.model.AssetId;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fetches assets into a folder. */
public final class DownloadTask implements Task {
  private static final String BY_ID = "0";
  private static final String BY_NAME = "1";

  private static final Input FOLDER =
      Input.of(
              "assetPath",
              InputType.FILE_PATH,
              "the folder to download to",
              "It is made if it is missing; files of the same name are replaced. Outside of Azure"
                  + " Pipelines the default is the working folder.")
          .otherwise("$(Build.ArtifactStagingDirectory)");

  private static final Input PATTERN =
      Input.of(
              "searchPattern",
              InputType.PICK_LIST,
              "how the assets are named",
              "By their ids, or by type and name.")
          .oneOf(new Choice(BY_ID, "Asset id"), new Choice(BY_NAME, "Asset name"))
          .otherwise(BY_ID)
          .needed();

  private static final Input IDS =
      Input.of(
              "fileAssetId",
              InputType.STRING,
              "the ids of the assets",
              "One or several, with `;` between them.")
          .when(PATTERN, BY_ID)
          .needed();

  private static final Input TYPE =
      Input.of(
              "fileAssetType",
              InputType.PICK_LIST,
              "the type of the assets",
              "YAML has the number.")
          .oneOf(SharedInputs.assetTypes())
          .otherwise("1")
          .when(PATTERN, BY_NAME)
          .needed();

  private static final Input NAME =
      Input.of(
              "fileAssetName",
              InputType.STRING,
              "the name of the assets",
              "The whole name, without regard to case; `*` stands for anything.")
          .when(PATTERN, BY_NAME)
          .needed();

  private static final Output PATHS =
      new Output("FilePath", "The full paths of the files, with ; between them.");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "AssetDownload",
          "LifelineAssetDownload",
          UUID.fromString("907931c9-3e55-4e4b-9a42-02869f34f1b5"),
          new Version(2, 0, 0),
          new TaskDefinition.Words(
              "LCS Asset Download (Lifeline)",
              "Download assets from LCS",
              "Downloads assets from the asset library of an LCS project.",
              "Takes the inputs of Microsoft's LCSAssetDownload@2 and gives its output, on Linux,"
                  + " macOS and Windows agents. A file appears under its name only when it is"
                  + " whole."),
          List.of(SharedInputs.CONNECTION, SharedInputs.PROJECT, FOLDER, PATTERN, IDS, TYPE, NAME),
          List.of(PATHS));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    Path folder = run.inputs().optional(FOLDER, Path::of).orElse(run.host().downloads());
    boolean byId = run.inputs().choice(PATTERN).equals(BY_ID);
    List<AssetId> ids = byId ? run.inputs().value(IDS, DownloadTask::ids) : List.of();
    UsableConnection connection = run.connection();
    run.summary().fact("Project", project).fact("Folder", folder);
    try (Lifeline lifeline = run.lifeline(connection)) {
      List<Asset> assets =
          byId
              ? ids.stream().map(id -> lifeline.assetSearch().get(project, id)).toList()
              : found(run, lifeline, project);
      List<Path> arrived =
          download(run, lifeline, project, new AssetDownload.Order(assets, folder, true));
      run.results()
          .output(
              PATHS.name(), arrived.stream().map(Path::toString).collect(Collectors.joining(";")));
    }
  }

  private static List<AssetId> ids(String text) {
    List<AssetId> ids =
        Arrays.stream(text.split(";", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .map(AssetId::new)
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' holds no asset id");
    }
    return ids;
  }

  private static List<Asset> found(TaskRun run, Lifeline lifeline, ProjectId project) {
    AssetType type = AssetType.of(run.inputs().choice(TYPE)).orElseThrow();
    String name = run.inputs().required(NAME);
    List<Asset> found =
        lifeline
            .assetSearch()
            .find(project, new AssetSearch.Query(type, NamePattern.of(name), false, false));
    if (found.isEmpty()) {
      throw Problem.of(
              ProblemCode.ASSET_NOT_FOUND,
              "no asset of type '"
                  + type.title()
                  + "' has the name '"
                  + name
                  + "' in project "
                  + project)
          .why("Names are compared as a whole, without regard to case; * stands for anything.")
          .fix("look with: lifeline asset list --type " + type.id() + " --project-id " + project)
          .raise();
    }
    return found;
  }

  private static List<Path> download(
      TaskRun run, Lifeline lifeline, ProjectId project, AssetDownload.Order order) {
    List<Path> arrived = new ArrayList<>();
    try {
      lifeline.assetDownload().run(project, order, file -> arrived.add(told(run, file)));
      return arrived;
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.INTERRUPTED) {
        throw e;
      }
      throw Problem.of(
              e.code(),
              "stopped downloading: "
                  + arrived.size()
                  + " of "
                  + order.assets().size()
                  + " files are whole")
          .why("A file appears only when it is whole. LCS is unchanged.")
          .fix("run the task again")
          .raise(e);
    }
  }

  private static Path told(TaskRun run, AssetDownload.Downloaded file) {
    run.log()
        .line(
            "downloaded '"
                + file.asset().name()
                + "', "
                + Figures.size(file.sizeBytes())
                + ", SHA-256 "
                + file.sha256()
                + ", to "
                + file.path());
    run.summary().fact("Asset " + file.asset().id(), file.asset().name() + ", " + file.path());
    return file.path();
  }
}
