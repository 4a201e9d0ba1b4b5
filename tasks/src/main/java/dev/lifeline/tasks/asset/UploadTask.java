package dev.lifeline.tasks.asset;

import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.asset.AssetUpload.Uploaded;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.packaging.PackageCheck;
import dev.lifeline.core.packaging.PackageFinding;
import dev.lifeline.core.problem.Kind;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.Version;
import dev.lifeline.tasks.run.SharedInputs;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.run.TaskRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts a file into the asset library. */
public final class UploadTask implements Task {
  private static final Input TYPE =
      Input.of(
              "assetType",
              InputType.PICK_LIST,
              "the type of the asset",
              "What the file is. YAML has the number.")
          .oneOf(SharedInputs.assetTypes())
          .otherwise("10")
          .needed();

  private static final Input PATH =
      Input.of(
              "assetPath",
              InputType.FILE_PATH,
              "the file to upload",
              "The path of the file, such as `$(Build.ArtifactStagingDirectory)/package.zip`.")
          .needed();

  private static final Input NAME =
      Input.of(
          "assetName",
          InputType.STRING,
          "the name in the library",
          "The asset's name in the library; the file's own when it is left out.");

  private static final Input DESCRIPTION =
      Input.of("assetDescription", InputType.STRING, "the asset's description", "Free text.");

  private static final Input WAIT =
      Input.of(
              "waitForValidation",
              InputType.BOOLEAN,
              "wait until LCS has validated it",
              "The task then fails when LCS finds the asset invalid.")
          .otherwise("true");

  private static final Output ASSET_ID =
      new Output("FileAssetId", "The id of the asset in the library.");

  private static final TaskDefinition DEFINITION =
      new TaskDefinition(
          "AssetUpload",
          "LifelineAssetUpload",
          UUID.fromString("da09dce6-408a-43b9-8b67-d8213f1f9c60"),
          new Version(2, 0, 0),
          new TaskDefinition.Words(
              "LCS Asset Upload (Lifeline)",
              "Upload $(assetPath) to LCS",
              "Uploads a file to the asset library of an LCS project.",
              "Takes the inputs of Microsoft's LCSAssetUpload@2 and gives its output, on Linux,"
                  + " macOS and Windows agents."),
          List.of(
              SharedInputs.CONNECTION, SharedInputs.PROJECT, TYPE, PATH, NAME, DESCRIPTION, WAIT),
          List.of(ASSET_ID));

  @Override
  public TaskDefinition definition() {
    return DEFINITION;
  }

  @Override
  public void run(TaskRun run) {
    ProjectId project = run.inputs().value(SharedInputs.PROJECT, ProjectId::of);
    AssetType type = AssetType.of(run.inputs().choice(TYPE)).orElseThrow();
    AssetUpload.Order order =
        new AssetUpload.Order(
            run.inputs().value(PATH, Path::of),
            type,
            run.inputs().text(NAME).orElse(null),
            run.inputs().text(DESCRIPTION).orElse(null));
    boolean wait = run.inputs().flag(WAIT);
    Patience patience = run.patience(Patience.VALIDATION);
    order.requireFile();
    lookAt(run, order);
    UsableConnection connection = run.connection();
    run.summary().fact("Project", project).fact("File", order.file()).fact("Type", type.title());
    try (Lifeline lifeline = run.lifeline(connection)) {
      Uploaded uploaded = upload(run, lifeline, project, order);
      if (wait) {
        String verdict = validation(run, lifeline, project, uploaded, patience);
        run.summary().fact("Validation", verdict);
        run.log().line("LCS has validated it: " + verdict);
      }
    }
  }

  /** Microsoft's task sends whatever it is given, so what looks wrong is said, and no more. */
  private static void lookAt(TaskRun run, AssetUpload.Order order) {
    var check = new PackageCheck(order.file(), order.type(), order.name(), order.description());
    for (PackageFinding finding : check.run().findings()) {
      run.log()
          .warning(
              finding.what()
                  + (finding.isError() ? "; LCS will probably not accept it: " : "; ")
                  + finding.fix());
    }
  }

  private static Uploaded upload(
      TaskRun run, Lifeline lifeline, ProjectId project, AssetUpload.Order order) {
    run.log().line("uploading '" + order.file() + "' to project " + project);
    try {
      Uploaded uploaded = lifeline.assetUpload().run(project, order);
      run.results().output(ASSET_ID.name(), uploaded.id().value());
      run.log()
          .line(
              "uploaded '"
                  + uploaded.asset().name()
                  + "', "
                  + Figures.size(uploaded.sizeBytes())
                  + ": asset id "
                  + uploaded.id());
      run.summary()
          .fact("Asset", uploaded.asset().name())
          .fact("Asset id", uploaded.id())
          .fact("Size", Figures.size(uploaded.sizeBytes()))
          .fact("SHA-256", Objects.requireNonNull(uploaded.sha256())); // the usual checks are on
      return uploaded;
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.INTERRUPTED) {
        throw e;
      }
      throw Problem.of(e.code(), "stopped uploading '" + order.file().getFileName() + "'")
          .why(
              "An asset comes into the library with the last step of its upload. Nothing goes on in"
                  + " LCS.")
          .fix("run the task again")
          .raise(e);
    }
  }

  private static String validation(
      TaskRun run, Lifeline lifeline, ProjectId project, Uploaded uploaded, Patience patience) {
    try {
      return lifeline.assetValidation().await(project, uploaded.id(), patience).status();
    } catch (LifelineException e) {
      Kind kind = e.code().kind();
      if (kind != Kind.INTERRUPTED && kind != Kind.GAVE_UP) {
        throw e;
      }
      run.summary().fact("Validation", "goes on in LCS");
      Problem problem =
          kind == Kind.INTERRUPTED
              ? Problem.of(e.code(), "stopped waiting for the validation of asset " + uploaded.id())
                  .why("The asset is in the library, and LCS goes on validating it.")
              : e.problem();
      throw problem
          .fix(
              "wait for it again, from any machine, with: lifeline asset wait "
                  + uploaded.id()
                  + " --project-id "
                  + project)
          .detail("assetId", uploaded.id().value())
          .raise(e);
    }
  }
}
