package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.snippet.FilledStep;
import dev.lifeline.tasks.snippet.Snippet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineCheckTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.bare(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void microsofts_tasks_become_ours_by_one_word() throws Exception {
    Outcome outcome =
        check(
            """
            pool: { vmImage: windows-latest }
            steps:
            - script: build
            - task: LCSAssetUpload@2
              inputs:
                serviceConnectionName: LCS
                projectId: 1234567
                assetPath: $(Build.ArtifactStagingDirectory)/p.zip
            """);

    assertThat(outcome.succeeded().out())
        .contains(
            "pipeline.yml:4: change: 'LCSAssetUpload@2' is Microsoft's task, for Windows agents;"
                + " write 'task: LifelineAssetUpload@2'; inputs and service connection stay as they"
                + " are\n")
        .endsWith("1 LCS task, 1 of them Microsoft's; errors: 0, warnings: 0\n");
    assertThat(desk.received("entra")).isEmpty();
  }

  @Test
  void mistakes_are_named_with_their_lines() throws Exception {
    Outcome outcome =
        check(
            """
            stages:
            - stage: Ship
              jobs:
              - job: Deploy
                timeoutInMinutes: 300
                steps:
                - ${{ if eq(variables.x, 'y') }}:
                  - task: LifelineAssetDeploy@3
                    inputs:
                      serviceConnectionName: LCS
                      projectID: 1234567
                      enviromentId: x
                      deploymentType: CSU
                      releaseName: R
                      waitForCompletion: maybe
            """);

    assertThat(outcome.exitCode()).isEqualTo(ProblemCode.PIPELINE_UNFIT.kind().exitCode());
    assertThat(outcome.out())
        .contains(":8: error: there is no version 3 of LifelineAssetDeploy; write 'LifelineAsset")
        .contains(":8: error: the input 'environmentId' is missing")
        .contains(":8: error: the input 'fileAssetId' is missing")
        .contains("'scaleUnitName' is missing, which is needed where deploymentType is csu")
        .contains(":12: error: LifelineAssetDeploy has no input 'enviromentId'; its inputs are ")
        .contains(":14: warning: 'releaseName' has no effect here; it counts where deploymentType")
        .contains(":15: error: 'waitForCompletion' is 'maybe'; write true or false")
        .doesNotContain("60 minutes");
    assertThat(outcome.err()).contains("6 mistakes in");
  }

  @Test
  void a_wait_in_a_job_without_a_time_limit_is_warned_of() throws Exception {
    Outcome outcome =
        check(
            """
            steps:
            - task: LifelineWaitForOperation@1
              inputs: { serviceConnectionName: L, projectId: 1, environmentId: e, activityId: a }
            """);

    assertThat(outcome.succeeded().out())
        .contains(":2: warning: the job ends after 60 minutes, and a deployment may take longer");
  }

  @Test
  void a_macro_of_classic_releases_is_named() throws Exception {
    Outcome outcome =
        check(
            """
            jobs:
            - job: A
              timeoutInMinutes: 0
              steps:
              - task: Dyn365FinOps.dynamics365-finops-tools.deploy.LCSAssetDeploy@4
                inputs:
                  serviceConnectionName: L
                  projectId: $(project)
                  environmentId: $(environment)
                  fileAssetId: $(upload.FileAssetId)
                  releaseName: $(Release.ReleaseName)
            """);

    assertThat(outcome.succeeded().out())
        .contains(":11: warning: '$(Release.ReleaseName)' is not known in a YAML pipeline");
  }

  @Test
  void findings_are_one_json_document() throws Exception {
    Path file = write("steps: [ { task: LCSAssetUpload@2, inputs: { projectId: 1 } } ]");

    Outcome outcome = desk.run("pipeline", "check", file.toString(), "-o", "json");

    assertThat(outcome.out()).contains("\"severity\" : \"change\"", "\"line\" : 1");
  }

  @Test
  void a_file_without_lcs_tasks_is_fine() throws Exception {
    assertThat(check("steps:\n- script: echo\n").succeeded().out())
        .isEqualTo("no LCS task found\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a\n- b\n",
        "a: [1, 2",
        "a: &x [1]\nb: *x\n",
        "a: &x [*x]\n",
        "a: 1\na: 2\n",
        "--- {}\n--- {}\n",
        "a: \u0007"
      })
  void what_azure_pipelines_would_not_read_is_refused(String text) throws Exception {
    Outcome outcome = check(text);

    assertThat(outcome.exitCode()).isEqualTo(ProblemCode.PIPELINE_UNREADABLE.kind().exitCode());
    assertThat(outcome.err()).startsWith("error: '");
  }

  @Test
  void a_file_that_is_not_there_is_said() {
    assertThat(desk.run("pipeline", "check", folder.resolve("none.yml").toString()).err())
        .contains("error: no file '");
  }

  @Test
  void what_the_hubs_task_assistant_writes_has_no_mistakes() throws Exception {
    for (TaskDefinition task : Catalogue.definitions()) {
      Map<String, String> values = new LinkedHashMap<>();
      task.inputs().stream()
          .filter(input -> input.otherwise() == null && input.choices().isEmpty())
          .forEach(input -> values.put(input.name(), "it's 'foreign': #1"));
      var source = new FilledStep.Source(URI.create("https://hub.contoso.example"), "LCS main");

      Outcome outcome = check(Snippet.AZURE_PIPELINES.of(new FilledStep(task, values, source)));

      assertThat(outcome.succeeded().out()).contains("errors: 0");
    }
  }

  private Outcome check(String text) throws IOException {
    return desk.run("pipeline", "check", write(text).toString());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("pipeline.yml"), text, StandardCharsets.UTF_8);
  }
}
