package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineRunTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void the_steps_of_a_pipeline_run_here_with_its_variables_and_outputs() throws Exception {
    desk.release("Release.zip", 20_000);
    Path file =
        write(
            """
            variables:
              project: 1234567
              folder: nowhere
            stages:
            - stage: Build
              jobs:
              - job: Upload
                steps:
                - checkout: self
                - script: make
                  displayName: Build it
                - task: LCSAssetUpload@2
                  name: upload
                  inputs:
                    serviceConnectionName: contoso
                    projectId: $(project)
                    assetPath: $(folder)/Release.zip
            - stage: Ship
              variables:
              - name: asset
                value: $[ stageDependencies.Build.Upload.outputs['upload.FileAssetId'] ]
              jobs:
              - deployment: Deploy
                environment: uat
                strategy:
                  runOnce:
                    deploy:
                      steps:
                      - task: LifelineAssetDeploy@4
                        inputs:
                          serviceConnectionName: contoso
                          projectId: ${{ variables.project }}
                          environmentId: contoso-uat
                          fileAssetId: $(asset)
            """);

    Outcome outcome =
        desk.run("pipeline", "run", file.toString(), "--variable", "folder=" + folder).succeeded();

    assertThat(outcome.out())
        .contains("FileAssetId=" + desk.assetId("Release.zip"), "ended in LCS: Completed");
    assertThat(outcome.err())
        .contains("skipped 'Build it': no LCS task", "step 1: task LCSAssetUpload@2", "step 2: ");
  }

  @Test
  void after_a_step_that_failed_only_what_wants_to_runs() throws Exception {
    Path file =
        write(
            """
            steps:
            - task: LifelineAssetUpload@2
              inputs: { serviceConnectionName: contoso, projectId: 1234567, assetPath: none.zip }
            - task: LifelineVerifyConnection@1
              displayName: never
              inputs: { serviceConnectionName: contoso }
            - task: LifelineVerifyConnection@1
              displayName: in any case
              condition: always()
              inputs: { serviceConnectionName: contoso }
            """);

    Outcome outcome = desk.run("pipeline", "run", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("skipped 'never'", "step 2: 'in any case'");
    assertThat(outcome.out()).contains("the connection works");
  }

  @Test
  void a_connection_that_is_named_here_stands_for_the_one_in_the_file() throws Exception {
    Path file =
        write(
            "steps: [ { task: LifelineVerifyConnection@1, inputs: { serviceConnectionName: X } } ]");

    assertThat(desk.run("pipeline", "run", file.toString()).exitCode()).isEqualTo(4);
    desk.run("pipeline", "run", file.toString(), "--connection", "contoso").succeeded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steps: [ { task: LifelineVerifyConnection@1, condition: \"eq(1, 1)\" } ]",
        "variables: { x: \"${{ format('a') }}\" }\nsteps: [ { task: LifelineVerifyConnection@1 } ]",
      })
  void what_cannot_be_run_here_is_refused_before_anything_runs(String text) throws Exception {
    Outcome outcome = desk.run("pipeline", "run", write(text).toString());

    assertThat(outcome.exitCode()).isEqualTo(ProblemCode.PIPELINE_UNFIT.kind().exitCode());
    assertThat(outcome.err()).contains("a run on this machine does not understand the ");
    assertThat(desk.received("entra")).isEmpty();
  }

  @Test
  void a_variable_that_nobody_has_stays_and_is_named() throws Exception {
    Path file =
        write(
            """
            steps:
            - task: LifelineAssetUpload@2
              inputs: { serviceConnectionName: contoso, projectId: $(Project), assetPath: x.zip }
            """);

    Outcome outcome = desk.run("pipeline", "run", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("'$(Project)' names a variable that this run does not have.");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("azure-pipelines.yml"), text);
  }
}
