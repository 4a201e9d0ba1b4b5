package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline can get wrong: it is said before anything is sent. */
class BadInputTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = Agent.azure(folder);
  }

  @AfterEach
  void stop() {
    assertThat(agent.emulator.received().of("entra")).isEmpty();
    agent.close();
  }

  @ParameterizedTest
  @CsvSource({
    "AssetUpload, 'serviceConnectionName,projectId,assetPath'",
    "AssetDownload, 'serviceConnectionName,projectId,fileAssetId'",
    "AssetDeployment, 'serviceConnectionName,projectId,environmentId,fileAssetId'",
    "WaitForOperation, 'serviceConnectionName,projectId,environmentId,activityId'",
    "EnvironmentStart, 'serviceConnectionName,projectId,environmentId'",
    "EnvironmentStop, 'serviceConnectionName,projectId,environmentId'",
    "DatabaseExport, 'serviceConnectionName,projectId,environmentId'",
    "DatabaseRefresh, 'serviceConnectionName,projectId,sourceEnvironmentId,targetEnvironmentId'",
    "VerifyConnection, 'serviceConnectionName'",
  })
  void every_input_that_is_missing_is_named_at_once(String task, String missing) {
    agent.environment.keySet().removeIf(name -> name.startsWith("INPUT_"));

    Ended ended = agent.run(task);

    assertFailed(ended, ProblemCode.INPUT_MISSING);
    for (String name : missing.split(",", -1)) {
      assertThat(ended.log()).contains("'" + name + "'").contains("fix:  give " + name + ": ");
    }
  }

  @Test
  void a_macro_that_the_agent_left_is_no_value() {
    agent.input("projectId", "$(LcsProject)").input("assetPath", "package.zip");

    Ended ended = agent.run("AssetUpload");

    assertFailed(ended, ProblemCode.INPUT_MISSING);
    assertThat(ended.log())
        .contains("'$(LcsProject)' names a variable that this run does not have.");
  }

  @ParameterizedTest
  @CsvSource({
    "projectId, 12x, is not a project id",
    "projectId, -1, is not a project id",
    "assetType, 3, 'is none of 1 (Model), 4 (Process data package)'",
    "assetType, Modell, is none of",
    "waitForValidation, perhaps, is neither true nor false",
  })
  void a_malformed_value_is_named(String input, String value, String words) throws Exception {
    agent.input("assetPath", agent.release("R.zip", 2000)).input(input, value);

    Ended ended = agent.run("AssetUpload");

    assertFailed(ended, ProblemCode.VALUE_MALFORMED);
    assertThat(ended.log()).contains("the input '" + input + "' is malformed: '" + value, words);
  }

  @Test
  void the_label_of_a_choice_is_as_good_as_its_value() {
    agent.input("assetType", "data PACKAGE").input("assetPath", folder.resolve("nothing.zip"));

    assertFailed(agent.run("AssetUpload"), ProblemCode.FILE_NOT_FOUND);
  }

  @Test
  void a_folder_is_no_package() {
    agent.input("assetPath", folder.resolve("staging"));

    assertFailed(agent.run("AssetUpload"), ProblemCode.FILE_IS_FOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Token", "None", "OAuth"})
  void a_connection_with_another_scheme_is_refused(String scheme) {
    agent.endpoint(scheme, "irrelevant");

    Ended ended = agent.run("VerifyConnection");

    assertFailed(ended, ProblemCode.CONNECTION_INVALID);
    assertThat(ended.log()).contains("signs in by '" + scheme + "', not with a password");
  }

  @Test
  void a_connection_of_another_type_is_refused() {
    agent.environment.put(
        "ENDPOINT_AUTH_" + Agent.CONNECTION,
        "{\"parameters\":{\"username\":\"u\",\"password\":\"p\"},\"scheme\":\"UsernamePassword\"}");

    Ended ended = agent.run("VerifyConnection");

    assertFailed(ended, ProblemCode.CONNECTION_INVALID);
    assertThat(ended.log())
        .contains("has no application (client) ID")
        .contains("choose a service connection of the type 'Dynamics Lifecycle Services'");
  }

  @Test
  void a_connection_that_the_agent_did_not_hand_over_is_refused() {
    agent.input("serviceConnectionName", "LCS of Contoso");

    Ended ended = agent.run("VerifyConnection");

    assertFailed(ended, ProblemCode.CONNECTION_INVALID);
    assertThat(ended.log())
        .contains("the agent handed over no service connection 'LCS of Contoso'");
  }

  @Test
  void no_connection_at_all_is_said_where_no_input_is_for_it() {
    Ended ended =
        Agent.run(
            "VerifyConnection",
            new ProcessInTest(Map.of("GITHUB_ACTIONS", "true"), folder, agent.time));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log()).contains("::error title=CONNECTION_MISSING::no service connection");
  }

  @Test
  void a_task_that_does_not_exist_is_refused_with_the_names_of_those_that_do() {
    Ended ended = agent.run("AssetUplaod");

    assertFailed(ended, ProblemCode.USAGE_WRONG);
    assertThat(ended.log()).contains("no task is called 'AssetUplaod'", "AssetUpload, AssetDown");
  }

  @Test
  void foreign_text_in_an_input_is_never_a_command() {
    String evil = "x\r\n##vso[task.setvariable variable=Evil]1\n::set-output name=Evil::1";
    agent.input("projectId", evil).input("assetPath", evil);

    Ended ended = agent.run("AssetUpload");

    assertFailed(ended, ProblemCode.VALUE_MALFORMED);
    assertThat(ended.commands()).noneSatisfy(it -> assertThat(it.event()).contains("setvariable"));
    assertThat(ended.log().lines()).noneMatch(line -> line.startsWith("::"));
  }

  private static void assertFailed(Ended ended, ProblemCode code) {
    assertThat(ended.exitCode()).as(ended.log()).isEqualTo(code.kind().exitCode());
    assertThat(ended.commands())
        .anySatisfy(
            command ->
                assertThat(command.properties())
                    .containsEntry("type", "error")
                    .containsEntry("code", code.name()));
    assertThat(ended.log()).endsWith("##vso[task.complete result=Failed]\n");
  }
}
