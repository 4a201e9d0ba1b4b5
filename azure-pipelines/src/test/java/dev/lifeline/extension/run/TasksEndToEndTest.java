package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Extension;
import dev.lifeline.extension.agent.InstalledTask;
import dev.lifeline.extension.agent.Javas;
import dev.lifeline.extension.agent.Job;
import dev.lifeline.extension.agent.StepEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each task out of the package, by Node, with nothing but what an agent gives it. */
final class TasksEndToEndTest {
  @TempDir private Path work;
  private Contoso contoso;
  private Map<String, InstalledTask> tasks;
  private Job job;

  static List<Path> javas() {
    return Javas.oldestAndNewest();
  }

  @BeforeEach
  void start() throws Exception {
    contoso = new Contoso();
    tasks = Extension.install(work);
  }

  @AfterEach
  void stop() {
    contoso.close();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void what_is_uploaded_is_deployed_and_comes_back_the_same(Path java) throws Exception {
    job = contoso.job(work, java);
    Path release = Contoso.release(job.sources().resolve("out/Größe 一.zip"));

    run("verify", "LifelineVerifyConnection", Map.of());
    run(
        "upload",
        "LifelineAssetUpload",
        Map.of("assetPath", "out/Größe 一.zip", "assetName", "Größe; 100 % ] 一"));
    run(
        "deploy",
        "LifelineAssetDeploy",
        Map.of(
            "environmentId", contoso.environmentId("contoso-uat"),
            "fileAssetId", "$(upload.FileAssetId)",
            "releaseName", "Release $(Build.BuildNumber)"));
    run(
        "download",
        "LifelineAssetDownload",
        Map.of("fileAssetId", "$(upload.FileAssetId)", "assetPath", "$(Pipeline.Workspace)/back"));

    assertThat(contoso.emulator().world().lifecycle().assets())
        .anyMatch(asset -> asset.name().equals("Größe; 100 % ] 一"));
    assertThat(job.variable("deploy.ActivityId")).isNotEmpty();
    assertThat(Path.of(job.variable("download.FilePath"))).hasSameBinaryContentAs(release);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void another_job_joins_the_wait_for_a_deployment(Path java) throws Exception {
    job = contoso.job(work, java);
    String environment = contoso.environmentId("contoso-uat");
    run(
        "deploy",
        "LifelineAssetDeploy",
        Map.of(
            "environmentId",
            environment,
            "fileAssetId",
            contoso.assetId("contoso-release-1.zip"),
            "releaseName",
            "Release 1",
            "waitForCompletion",
            "false"));

    StepEnd end =
        run(
            "wait",
            "LifelineWaitForOperation",
            Map.of("environmentId", environment, "activityId", "$(deploy.ActivityId)"));

    assertThat(end.log()).contains("Completed");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void later_scripts_have_the_command_and_its_connection(Path java) throws Exception {
    job = contoso.job(work, java).withVariable("LIFELINE_CA_CERTIFICATE", certificate());
    run("tool", "LifelineTool", Map.of());

    StepEnd end =
        job.script(
            "lifeline asset list --output json",
            Map.of("LIFELINE_PASSWORD", "$(LIFELINE_PASSWORD)"));

    assertThat(end.exitCode()).as(end.log()).isZero();
    assertThat(end.log()).contains("contoso-release-1.zip");
  }

  private String certificate() {
    return contoso.at().caCertificate().toString();
  }

  /** Runs a task, which has to succeed, quietly and with a page about it. */
  private StepEnd run(String stepName, String task, Map<String, String> inputs) throws Exception {
    Map<String, String> all = new TreeMap<>(contoso.common());
    all.putAll(inputs);
    StepEnd end = job.run(stepName, tasks.get(task), all);
    assertThat(end.result()).as(end.log()).isEqualTo("Succeeded");
    assertThat(end.exitCode()).isZero();
    assertThat(end.log()).doesNotContain("WARNING:", "SLF4J");
    assertThat(end.commands())
        .filteredOn(command -> command.name().equals("task.uploadsummary"))
        .allMatch(command -> Files.isRegularFile(Path.of(command.data())));
    return end;
  }
}
