package dev.lifeline.cli.asset;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.asset.UploadOutcome;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.ValidationStatus;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.packaging.PackageCheck;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.text.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lifeline asset upload}. */
@Command(
    name = "upload",
    description = {
      "Upload a file to the project's asset library.",
      "The asset is in the library when the command succeeds, and not before.",
      "What 'asset check' finds wrong with the file is said before anything is sent."
    })
public final class AssetUploadCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The file to upload.")
  private Path file;

  @Mixin private AssetTypeOption type;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "The name in the library; default: the file name.")
  private @Nullable String name;

  @Option(names = "--description", paramLabel = "TEXT", description = "Free text.")
  private @Nullable String description;

  @Option(
      names = "--skip-if-unchanged",
      description = {
        "Send nothing when the library has an asset of this type and name with the same content.",
        "Known by the SHA-256 of an earlier upload from here, else by the one in its description."
      })
  private boolean skipIfUnchanged;

  @Option(
      names = "--no-preflight",
      description = "Send the file even if it does not look like an asset of its type.")
  private boolean noPreflight;

  @Option(names = "--wait-for-validation", description = "Return only when LCS has validated it.")
  private boolean waitForValidation;

  @Mixin private ValidationWaitOptions waiting;

  @Mixin private TransferOptions transfer;

  private final Shell shell;

  public AssetUploadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    AssetType assetType = type.type();
    if (!assetType.canBeUploaded()) {
      throw Problem.of(
              ProblemCode.ASSET_TYPE_UNKNOWN,
              "assets of type '" + assetType.id() + "' cannot be uploaded")
          .why("Database backups come into LCS by an export of a database.")
          .fix("choose another type: lifeline asset types")
          .raise();
    }
    if (name != null && name.isBlank()) {
      throw Problem.of(ProblemCode.VALUE_MALFORMED, "the asset's name is blank")
          .fix("name it with --name, or leave the option out for the file's own name")
          .raise();
    }
    AssetUpload.Order order =
        new AssetUpload.Order(
            file, assetType, name, description, skipIfUnchanged, transfer.settings());
    Patience patience = waiting.patience();
    order.requireFile();
    if (!noPreflight) {
      new Preflight(shell).require(new PackageCheck(file, assetType, name, description));
    }
    Instant begun = shell.host().time().instant();
    UsableConnection connection = shell.connection();
    ProjectId project = shell.project(connection);
    try (Lifeline lifeline = shell.lifeline(connection)) {
      AssetUpload.Uploaded uploaded = upload(lifeline, project, order);
      ValidationStatus validation =
          waitForValidation
              ? new Validating(shell, project, uploaded.id())
                  .toTheEnd(lifeline.assetValidation(), patience)
              : null;
      show(uploaded, validation, Duration.between(begun, shell.host().time().instant()));
    }
  }

  private AssetUpload.Uploaded upload(
      Lifeline lifeline, ProjectId project, AssetUpload.Order order) {
    try {
      return lifeline.assetUpload().run(project, order);
    } catch (LifelineException e) {
      if (e.code() != ProblemCode.INTERRUPTED) {
        throw e;
      }
      throw stopped(e, project, order);
    }
  }

  private LifelineException stopped(
      LifelineException e, ProjectId project, AssetUpload.Order order) {
    boolean resumable = Boolean.TRUE.equals(e.problem().details().get("resumable"));
    Problem problem =
        Problem.of(e.code(), "stopped uploading '" + order.file().getFileName() + "'")
            .why(
                "An asset comes into the library with the last step of its upload. Nothing goes on in LCS.")
            .detail("resumable", resumable);
    String list =
        "lifeline asset list --type " + order.type().id() + " " + shell.sameAgain(project);
    return resumable
        ? problem
            .fix("run the same command again within 7 days: it goes on where it was")
            .fix("whether it is in the library already shows: " + list)
            .raise(e)
        : problem.fix("upload it again, unless it is there already: " + list).raise(e);
  }

  private void show(
      AssetUpload.Uploaded uploaded, @Nullable ValidationStatus validation, Duration duration) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("assetId", uploaded.id().value());
    json.put("name", uploaded.asset().name());
    json.put("fileName", uploaded.asset().fileName());
    json.put("type", uploaded.asset().type().id());
    json.put("sizeBytes", uploaded.sizeBytes());
    json.put("sha256", uploaded.sha256());
    json.put("durationSeconds", Figures.seconds(duration));
    json.put("validation", validation == null ? null : validation.status());
    json.put("skipped", uploaded.outcome().isSkipped());
    json.put("unchangedBy", UploadWords.unchangedBy(uploaded.outcome()));
    json.put("resumed", uploaded.outcome() == UploadOutcome.RESUMED);
    List<String> lines = new ArrayList<>();
    lines.add(UploadWords.line(uploaded, duration));
    lines.add("asset id  " + uploaded.id());
    if (uploaded.sha256() != null) {
      lines.add("sha256    " + uploaded.sha256());
    }
    if (validation != null) {
      lines.add("LCS has validated it: " + validation.status());
    }
    shell.console().result(json, lines);
  }
}
