package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Definitions.write(folder);
  }

  @Test
  void each_task_has_a_definition_for_azure_devops() throws Exception {
    for (TaskDefinition task : Catalogue.definitions()) {
      Map<?, ?> json = json(task.name());

      assertThat(json.get("id")).isEqualTo(task.guid().toString());
      assertThat(json.get("name")).isEqualTo(task.name());
      assertThat(json.get("execution"))
          .isEqualTo(
              Map.of(
                  "Node20_1", Map.of("target", "handler.js"),
                  "Node24", Map.of("target", "handler.js")));
    }
  }

  @Test
  void what_depends_on_another_input_is_shown_only_then() throws Exception {
    List<?> inputs = (List<?>) json("LifelineAssetDeploy").get("inputs");

    assertThat(inputs)
        .anySatisfy(
            input -> {
              assertThat(((Map<?, ?>) input).get("name")).isEqualTo("scaleUnitName");
              assertThat(((Map<?, ?>) input).get("visibleRule")).isEqualTo("deploymentType = csu");
            });
  }

  @Test
  void only_outputs_can_be_set_as_variables() throws Exception {
    assertThat(json("LifelineAssetUpload").get("restrictions"))
        .isEqualTo(Map.of("settableVariables", Map.of("allowed", List.of("FileAssetId"))));
    assertThat(json("LifelineTool").containsKey("restrictions")).isFalse();
  }

  @Test
  void an_action_takes_the_connection_in_inputs() throws Exception {
    String yaml =
        Files.readString(
            folder.resolve("github-action").resolve("asset-upload").resolve("action.yml"));

    assertThat(yaml)
        .contains("  password:\n", "  clientId:\n", "  FileAssetId:\n")
        .contains("  assetType:\n", "    default: \"10\"\n")
        .doesNotContain("serviceConnectionName");
  }

  @Test
  void an_action_is_started_by_the_handler_beside_it() {
    assertThat(folder.resolve("github-action").resolve("asset-upload").resolve("index.js"))
        .content()
        .contains("require('../handler.js').main('AssetUpload');");
  }

  private Map<?, ?> json(String name) throws IOException {
    String text =
        Files.readString(folder.resolve("azure-pipelines").resolve(name).resolve("task.json"));
    return Json.read(text, Map.class).orElseThrow();
  }
}
