package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.model.AssetType;
import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.Output;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  /** Published ids: whoever changes one breaks the pipelines that use the task. */
  @ParameterizedTest
  @CsvSource({
    "AssetUpload, LifelineAssetUpload@2, da09dce6-408a-43b9-8b67-d8213f1f9c60",
    "AssetDownload, LifelineAssetDownload@2, 907931c9-3e55-4e4b-9a42-02869f34f1b5",
    "AssetDeployment, LifelineAssetDeploy@4, baa64e75-e677-4add-b34d-224be185a7f5",
    "WaitForOperation, LifelineWaitForOperation@1, a226f04c-d705-4ac5-8274-a73c9b301b33",
    "EnvironmentStart, LifelineEnvironmentStart@1, b929a4aa-cf9c-4d68-bd41-0a44257425a4",
    "EnvironmentStop, LifelineEnvironmentStop@1, 7fb47aae-7e8a-4893-b2ac-f30cffaf82ca",
    "DatabaseExport, LifelineDatabaseExport@1, bbf2fc44-7eca-46bb-85c6-32b72afea206",
    "DatabaseRefresh, LifelineDatabaseRefresh@1, f4d6f8b3-0196-4386-816c-8bdde1714c9d",
    "VerifyConnection, LifelineVerifyConnection@1, cf6043d7-a9f8-41f0-b279-84b98e87deb0",
    "LifelineTool, LifelineTool@1, e63a8f7f-b0e3-42cd-9e26-339e435eb631",
  })
  void a_task_keeps_its_name_and_its_id(String id, String reference, UUID guid) {
    TaskDefinition task = Catalogue.find(reference).orElseThrow().definition();

    assertThat(task.id()).isEqualTo(id);
    assertThat(task.reference()).isEqualTo(reference);
    assertThat(task.guid()).isEqualTo(guid);
  }

  /** Azure Pipelines tasks: the compatibility target, row by row. */
  @ParameterizedTest
  @CsvSource({
    "AssetUpload, serviceConnectionName, CONNECTION, , ",
    "AssetUpload, projectId, STRING, , ",
    "AssetUpload, assetType, PICK_LIST, 10, ",
    "AssetUpload, assetPath, FILE_PATH, , ",
    "AssetUpload, assetName, STRING, , ",
    "AssetUpload, assetDescription, STRING, , ",
    "AssetUpload, waitForValidation, BOOLEAN, true, ",
    "AssetDownload, serviceConnectionName, CONNECTION, , ",
    "AssetDownload, projectId, STRING, , ",
    "AssetDownload, assetPath, FILE_PATH, $(Build.ArtifactStagingDirectory), ",
    "AssetDownload, searchPattern, PICK_LIST, 0, ",
    "AssetDownload, fileAssetId, STRING, , searchPattern = 0",
    "AssetDownload, fileAssetType, PICK_LIST, 1, searchPattern = 1",
    "AssetDownload, fileAssetName, STRING, , searchPattern = 1",
    "AssetDeployment, serviceConnectionName, CONNECTION, , ",
    "AssetDeployment, projectId, STRING, , ",
    "AssetDeployment, environmentId, STRING, , ",
    "AssetDeployment, fileAssetId, STRING, , ",
    "AssetDeployment, deploymentType, PICK_LIST, hq, ",
    "AssetDeployment, releaseName, STRING, $(Release.ReleaseName), "
        + "deploymentType = hq || deploymentType = hqonprem",
    "AssetDeployment, waitForCompletion, BOOLEAN, true, "
        + "deploymentType = hq || deploymentType = hqonprem",
    "AssetDeployment, ecommerceEnvironmentId, STRING, , deploymentType = ecom",
    "AssetDeployment, scaleUnitName, STRING, , deploymentType = csu",
  })
  void inputs_are_those_of_microsofts_tasks(
      String task, String name, InputType type, String otherwise, String rule) {
    Input input = definition(task).input(name).orElseThrow();

    assertThat(input.name()).isEqualTo(name);
    assertThat(input.type()).isEqualTo(type);
    assertThat(input.otherwise()).isEqualTo(otherwise);
    assertThat(input.when() == null ? null : input.when().rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"AssetUpload, 7", "AssetDownload, 7", "AssetDeployment, 9"})
  void there_are_no_others(String task, int inputs) {
    assertThat(definition(task).inputs()).hasSize(inputs);
  }

  @ParameterizedTest
  @CsvSource({
    "AssetUpload, assetType, '1,4,10,12,15,19,26,27,28,29'",
    "AssetDownload, fileAssetType, '1,4,10,12,15,19,26,27,28,29'",
    "AssetDownload, searchPattern, '0,1'",
    "AssetDeployment, deploymentType, 'hq,hqonprem,csu,ecom'",
  })
  void choices_are_those_of_microsofts_tasks(String task, String name, String values) {
    List<Choice> choices = definition(task).input(name).orElseThrow().choices();

    assertThat(choices.stream().map(Choice::value)).containsExactly(values.split(",", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "AssetUpload, FileAssetId",
    "AssetDownload, FilePath",
    "AssetDeployment, 'ActivityId,DeploymentId'"
  })
  void outputs_are_those_of_microsofts_tasks_and_one_more(String task, String outputs) {
    assertThat(definition(task).outputs().stream().map(Output::name))
        .containsExactly(outputs.split(",", -1));
  }

  @Test
  void each_asset_type_of_a_task_is_one_of_the_library() {
    List<Choice> types = definition("AssetUpload").input("assetType").orElseThrow().choices();

    assertThat(types)
        .allSatisfy(
            choice -> {
              AssetType type = AssetType.of(choice.value()).orElseThrow();
              assertThat(type.title()).isEqualTo(choice.label());
              assertThat(type.canBeUploaded()).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_task_is_fit_for_the_marketplace(TaskDefinition task) {
    assertThat(task.name()).matches("[A-Za-z0-9-]+");
    assertThat(task.words().title()).hasSizeLessThanOrEqualTo(40);
    assertThat(task.words().instance()).isNotBlank();
    assertThat(task.inputs())
        .allSatisfy(input -> assertThat(input.name()).matches("[A-Za-z][A-Za-z0-9]*"));
    assertThat(task.inputs().stream().map(Input::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void a_default_is_one_of_the_choices_and_a_rule_names_an_input(TaskDefinition task) {
    for (Input input : task.inputs()) {
      if (input.type() == InputType.PICK_LIST) {
        assertThat(input.choice(Objects.requireNonNull(input.otherwise()))).isPresent();
      }
      if (input.when() != null) {
        Input other = task.input(input.when().input()).orElseThrow();
        assertThat(other.choices().stream().map(Choice::value)).containsAll(input.when().values());
      }
    }
  }

  @Test
  void ids_and_names_are_unique() {
    assertThat(tasks().map(TaskDefinition::guid)).doesNotHaveDuplicates();
    assertThat(tasks().map(TaskDefinition::name)).doesNotHaveDuplicates();
    assertThat(tasks().map(TaskDefinition::slug)).doesNotHaveDuplicates();
  }

  static Stream<TaskDefinition> tasks() {
    return Catalogue.definitions().stream();
  }

  private static TaskDefinition definition(String id) {
    return Catalogue.find(id).orElseThrow().definition();
  }
}
