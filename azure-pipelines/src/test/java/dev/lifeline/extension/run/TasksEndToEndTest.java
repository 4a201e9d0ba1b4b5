package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Javas;
import dev.lifeline.extension.agent.StepEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each task out of the package, by Node, with nothing but what an agent gives it. */
final class TasksEndToEndTest {
  @TempDir private Path work;

  static List<Path> javas() {
    return Javas.oldestAndNewest();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void what_is_uploaded_is_deployed_and_comes_back_the_same(Path java) throws Exception {
    try (var steps = new Steps(work, java)) {
      Path release = Contoso.release(steps.job.sources().resolve("out/Größe 一.zip"));

      steps.succeed("verify", "LifelineVerifyConnection", Map.of());
      steps.succeed(
          "upload",
          "LifelineAssetUpload",
          Map.of("assetPath", "out/Größe 一.zip", "assetName", "Größe; 100 % ] 一"));
      steps.succeed(
          "download",
          "LifelineAssetDownload",
          Map.of(
              "fileAssetId", "$(upload.FileAssetId)", "assetPath", "$(Pipeline.Workspace)/back"));

      assertThat(steps.contoso.emulator().world().lifecycle().assets())
          .anyMatch(asset -> asset.name().equals("Größe; 100 % ] 一"));
      assertThat(Path.of(steps.job.variable("download.FilePath"))).hasSameBinaryContentAs(release);
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void another_job_joins_the_wait_for_a_deployment(Path java) throws Exception {
    try (var steps = new Steps(work, java)) {
      Map<String, String> unwaited = new TreeMap<>(steps.deployment());
      unwaited.put("waitForCompletion", "false");
      steps.succeed("deploy", "LifelineAssetDeploy", unwaited);

      StepEnd end =
          steps.succeed(
              "wait",
              "LifelineWaitForOperation",
              Map.of(
                  "environmentId",
                  steps.contoso.environmentId("contoso-uat"),
                  "activityId",
                  "$(deploy.ActivityId)"));

      assertThat(end.log()).contains("Completed");
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void later_scripts_have_the_command_and_its_connection(Path java) throws Exception {
    try (var steps = new Steps(work, java)) {
      steps.job.withVariable(
          "LIFELINE_CA_CERTIFICATE", steps.contoso.at().caCertificate().toString());
      steps.succeed("tool", "LifelineTool", Map.of());

      StepEnd end =
          steps.job.script(
              "lifeline asset list --output json",
              Map.of("LIFELINE_PASSWORD", "$(LIFELINE_PASSWORD)"));

      assertThat(end.exitCode()).as(end.log()).isZero();
      assertThat(end.log()).contains("contoso-release-1.zip");
    }
  }

  @Test
  void the_command_s_help_names_what_it_can_do_in_a_pipeline() throws Exception {
    try (var steps = new Steps(work)) {
      steps.succeed("tool", "LifelineTool", Map.of());

      StepEnd end = steps.job.script("lifeline --help", Map.of());

      assertThat(end.exitCode()).as(end.log()).isZero();
      assertThat(end.log())
          .contains("\n  asset ", "\n  database ", "\n  task ")
          .doesNotContain("\n  emulator ", "\n  hub ", "\n  demo ");
    }
  }

  static Stream<Arguments> otherDeployments() {
    return onEachJava(
        List.of(
            List.of("hqonprem", "contoso-onprem", "contoso-release-1.zip"),
            List.of("csu", "contoso-commerce", "contoso-store-extension.zip"),
            List.of("ecom", "contoso-commerce", "contoso-online-store.zip")));
  }

  @ParameterizedTest
  @MethodSource("otherDeployments")
  void every_other_kind_of_deployment_is_started(
      Path java, String type, String environment, String asset) throws Exception {
    try (var steps = new Steps(work, java)) {
      StepEnd end =
          steps.succeed(
              "deploy",
              "LifelineAssetDeploy",
              Map.of(
                  "deploymentType",
                  type,
                  "environmentId",
                  steps.contoso.environmentId(environment),
                  "fileAssetId",
                  steps.contoso.assetId(asset),
                  "scaleUnitName",
                  "Köln & Bonn",
                  "ecommerceEnvironmentId",
                  steps.contoso.eCommerceEnvironmentId(),
                  "releaseName",
                  "Release 1"));

      assertThat(steps.job.variable("deploy.ActivityId")).as(end.log()).isNotEmpty();
    }
  }

  static Stream<Arguments> services() {
    return onEachJava(
        List.of(
            List.of("LifelineEnvironmentStop", "contoso-dev"),
            List.of("LifelineEnvironmentStart", "contoso-dev"),
            List.of("LifelineDatabaseExport", "contoso-uat"),
            List.of("LifelineDatabaseRefresh", "contoso-uat")));
  }

  private static Stream<Arguments> onEachJava(List<List<String>> rows) {
    return rows.stream()
        .flatMap(
            row ->
                javas().stream()
                    .map(
                        java ->
                            Arguments.of(Stream.concat(Stream.of(java), row.stream()).toArray())));
  }

  @ParameterizedTest
  @MethodSource("services")
  void an_environment_is_serviced(Path java, String task, String environment) throws Exception {
    try (var steps = new Steps(work, java)) {
      StepEnd end =
          steps.succeed(
              "service",
              task,
              Map.of(
                  "environmentId",
                  environment,
                  "backupName",
                  "before the update",
                  "sourceEnvironmentId",
                  "contoso-production",
                  "targetEnvironmentId",
                  environment));

      assertThat(steps.job.variable("service.ActivityId")).as(end.log()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void a_deployment_is_followed_and_leaves_a_page_about_itself(Path java) throws Exception {
    try (var steps = new Steps(work, java)) {
      StepEnd end = steps.succeed("deploy", "LifelineAssetDeploy", steps.deployment());

      assertThat(steps.job.variable("deploy.ActivityId")).isNotEmpty();
      assertThat(end.commands())
          .filteredOn(command -> command.name().equals("task.uploadsummary"))
          .singleElement()
          .satisfies(
              page -> assertThat(Files.readString(Path.of(page.data()))).contains("Completed"));
    }
  }
}
