package dev.lifeline.cli.demo;

import dev.lifeline.cli.shell.Shell;
import dev.lifeline.core.Lifeline;
import dev.lifeline.core.asset.AssetDownload;
import dev.lifeline.core.asset.AssetUpload;
import dev.lifeline.core.connection.ConnectionFolder;
import dev.lifeline.core.connection.SecretStorage;
import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.core.deployment.DeploymentOrder;
import dev.lifeline.core.model.ActivityId;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AssetType;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.DeploymentTarget;
import dev.lifeline.core.model.DeploymentType;
import dev.lifeline.core.model.EnvironmentId;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.operation.Patience;
import dev.lifeline.core.preflight.CheckOrder;
import dev.lifeline.core.preflight.CheckStep;
import dev.lifeline.core.preflight.Origin;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.servicing.Operation;
import dev.lifeline.core.text.Figures;
import dev.lifeline.emulator.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The steps of the demonstration, on the same use cases that the other commands run. */
final class Demo {
  private static final Patience VALIDATION =
      Patience.validation(Duration.ofMillis(100), Duration.ofSeconds(30));
  private static final Patience DEPLOYMENT =
      Patience.of(Duration.ofMillis(200), Duration.ofSeconds(50));

  private final Shell shell;
  private final Path folder;
  private final Addresses emulator;
  private final DemoSteps steps;

  Demo(Shell shell, Path folder, Addresses emulator, DemoSteps steps) {
    this.shell = shell;
    this.folder = folder;
    this.emulator = emulator;
    this.steps = steps;
  }

  /**
   * How it ended.
   *
   * @param sha256 of the package, the same up and down
   * @param assetId of the asset that was uploaded
   * @param activityId of the deployment
   */
  record Outcome(String sha256, String assetId, String activityId) {}

  Outcome run() {
    UsableConnection connection =
        steps.step("create a service connection", this::createConnection, this::described);
    NetworkSettings network = new NetworkSettings(emulator.caCertificate(), null, List.of());
    try (Lifeline lifeline = shell.quietLifeline(connection, network)) {
      steps.step("verify it", () -> verify(lifeline), found -> found);
      Path file =
          steps.step(
              "build a deployable package",
              this::buildPackage,
              path -> path.getFileName() + ", " + size(path));
      return transfer(lifeline, file);
    }
  }

  private Outcome transfer(Lifeline lifeline, Path file) {
    ProjectId project = new ProjectId(emulator.projectId().value());
    AssetUpload.Order order =
        new AssetUpload.Order(file, AssetType.SOFTWARE_DEPLOYABLE_PACKAGE, null, null);
    AssetUpload.Uploaded uploaded =
        steps.step(
            "upload it",
            () -> lifeline.assetUpload().run(project, order),
            up -> "asset " + up.id());
    steps.step(
        "wait for its validation",
        () -> lifeline.assetValidation().await(project, uploaded.id(), VALIDATION),
        status -> "LCS says " + status);
    ActivityId activity = deploy(lifeline, project, uploaded);
    AssetDownload.Downloaded downloaded =
        steps.step(
            "download it again",
            () -> download(lifeline, project, uploaded),
            down -> Figures.size(down.sizeBytes()));
    steps.step(
        "compare the checksums",
        () -> compare(uploaded, downloaded),
        sha -> "sha256 " + sha.substring(0, 16) + "...");
    return new Outcome(
        Objects.requireNonNull(uploaded.sha256()), uploaded.id().value(), activity.value());
  }

  private ActivityId deploy(Lifeline lifeline, ProjectId project, AssetUpload.Uploaded uploaded) {
    EnvironmentId sandbox = lifeline.environmentLookup().id(project, DemoCommand.SANDBOX);
    DeploymentTarget target = DeploymentTarget.of(DeploymentType.HQ, sandbox);
    Operation operation =
        steps
            .step(
                "start its deployment",
                () ->
                    lifeline
                        .deployments()
                        .start(
                            project, new DeploymentOrder(target, uploaded.id(), "Lifeline demo")),
                started -> "activity " + started.operation().activity())
            .operation();
    steps.step(
        "follow it to its end",
        () -> lifeline.servicing().follow(operation, DEPLOYMENT),
        end -> DemoCommand.SANDBOX + " is " + end.status());
    return operation.activity();
  }

  private UsableConnection createConnection() {
    ServiceConnection connection =
        new ServiceConnection(
            "demo",
            new AuthenticationEndpoint(emulator.authenticationEndpoint()),
            new ApiEndpoint(emulator.apiEndpoint()),
            emulator.username(),
            new ClientId(emulator.clientId().toString()),
            "Lifeline's demonstration",
            new ProjectId(emulator.projectId().value()));
    ConnectionFolder connections =
        new ConnectionFolder(folder.resolve("home"), shell.host().time());
    Credential password = new Credential.Password(Secret.of(emulator.password().text()));
    connections.create(connection, password, SecretStorage.FILE);
    return connections.open("demo");
  }

  private String described(UsableConnection connection) {
    return connection.connection().username() + " at " + connection.connection().apiEndpoint();
  }

  private String verify(Lifeline lifeline) {
    List<CheckStep> checks =
        lifeline
            .connectionCheck()
            .run(
                CheckOrder.of(new ProjectId(emulator.projectId().value()), Origin.NEW), step -> {});
    for (CheckStep check : checks) {
      Problem problem = check.problem();
      if (problem != null) {
        throw problem.raise();
      }
    }
    return "signed in, LCS reached, project " + emulator.projectId() + " visible";
  }

  private Path buildPackage() {
    Path file = folder.resolve("LifelineDemo.zip");
    try {
      new DemoPackage(shell.host().random()).write(file);
      return file;
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private AssetDownload.Downloaded download(
      Lifeline lifeline, ProjectId project, AssetUpload.Uploaded uploaded) {
    AssetDownload.Order order =
        new AssetDownload.Order(
            List.of(lifeline.assetSearch().get(project, uploaded.id())),
            folder.resolve("downloaded"),
            false);
    return lifeline.assetDownload().run(project, order).get(0);
  }

  private static String compare(
      AssetUpload.Uploaded uploaded, AssetDownload.Downloaded downloaded) {
    if (!downloaded.sha256().equals(uploaded.sha256())) {
      throw Problem.of(
              ProblemCode.CONTENT_DAMAGED,
              "the package that came back is not the one that was sent")
          .detail("sent", uploaded.sha256())
          .detail("received", downloaded.sha256())
          .raise();
    }
    return downloaded.sha256();
  }

  private static String size(Path file) {
    try {
      return Figures.size(Files.size(file));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  static RuntimeException notWritable(IOException cause) {
    return Problem.of(
            ProblemCode.TARGET_NOT_WRITABLE, "the folder for temporary files cannot be used")
        .why("The demo keeps its connection and its package there, and removes them again.")
        .fix("point TMPDIR to a folder that can be written")
        .raise(cause);
  }
}
