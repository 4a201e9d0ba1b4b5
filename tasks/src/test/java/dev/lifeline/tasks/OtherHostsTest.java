package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.EnvironmentConnection;
import dev.lifeline.core.connection.UsableConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherHostsTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = new Agent(folder);
    agent.input("projectId", agent.at().projectId());
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void github_gets_outputs_in_its_file_and_a_page() throws Exception {
    gitHub();
    agent.input("username", agent.at().username());
    agent.input("password", agent.at().password().text());
    agent.input("clientId", agent.at().clientId());
    agent.input("apiEndpoint", agent.at().apiEndpoint());
    agent.input("authenticationEndpoint", agent.at().authenticationEndpoint());
    agent.input("assetPath", agent.release("Release.zip", 20_000));

    Ended ended = agent.run("AssetUpload").succeeded();

    assertThat(folder.resolve("output"))
        .content()
        .matches("FileAssetId<<(\\S+)\n" + agent.assetId("Release.zip") + "\n\\1\n");
    assertThat(folder.resolve("summary")).content().contains("| Asset | Release.zip |");
    assertThat(ended.log()).contains("::add-mask::").doesNotContain("##vso[");
  }

  @Test
  void github_hears_errors_as_its_commands() throws Exception {
    gitHub();
    variables();
    agent.input("fileAssetId", "11111111-2222-3333-4444-555555555555");

    Ended ended = agent.run("AssetDownload");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.log()).contains("\n::error title=ASSET_NOT_FOUND::");
  }

  @Test
  void github_names_an_update_after_the_workflow() throws Exception {
    gitHub();
    variables();
    agent.environment.put("GITHUB_WORKFLOW", "Nightly");
    agent.environment.put("GITHUB_RUN_NUMBER", "17");
    deployment();

    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(ended.log()).contains("started the update 'Nightly 17'");
  }

  @Test
  void gitlab_gets_outputs_in_a_report() throws Exception {
    agent.environment.put("GITLAB_CI", "true");
    agent.environment.put("CI_PROJECT_PATH", "contoso/x");
    agent.environment.put("CI_PIPELINE_ID", "8");
    agent.environment.put("LIFELINE_OUTPUT_FILE", folder.resolve("dotenv").toString());
    agent.environment.put("LIFELINE_SUMMARY_FILE", folder.resolve("page.md").toString());
    variables();
    deployment();

    Ended ended = agent.run("AssetDeployment").succeeded();

    assertThat(folder.resolve("dotenv")).content().matches("ActivityId=[0-9a-f-]{36}\n");
    assertThat(folder.resolve("page.md")).content().contains("| Update | contoso/x 8 |");
    assertThat(ended.log()).startsWith("ActivityId=");
  }

  @Test
  void a_shell_uses_a_stored_connection() {
    variables();
    UsableConnection whole = EnvironmentConnection.from(agent.environment).orElseThrow();
    ProcessInTest process = agent.process(agent.time);
    process.connections().create(whole.connection(), whole.credential(), null);
    agent.environment.keySet().removeIf(name -> name.matches("LIFELINE_(?!CA).*"));
    agent.input("serviceConnectionName", "environment");

    Ended ended = agent.run("VerifyConnection").succeeded();

    assertThat(ended.log()).contains("the connection works").doesNotContain("::", "##");
  }

  @Test
  void a_shell_has_no_name_for_an_update() {
    variables();
    deployment();

    Ended ended = agent.run("AssetDeployment");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log()).contains("error: the input 'releaseName' is missing");
  }

  private void gitHub() throws IOException {
    agent.environment.put("GITHUB_ACTIONS", "true");
    for (String name : new String[] {"output", "env", "path", "step_summary"}) {
      Path file = Files.createFile(folder.resolve(name.replace("step_", "")));
      agent.environment.put("GITHUB_" + name.toUpperCase(Locale.ROOT), file.toString());
    }
  }

  private void variables() {
    agent.environment.put("LIFELINE_USERNAME", agent.at().username());
    agent.environment.put("LIFELINE_PASSWORD", agent.at().password().text());
    agent.environment.put("LIFELINE_CLIENT_ID", agent.at().clientId().toString());
    agent.environment.put("LIFELINE_API_ENDPOINT", agent.at().apiEndpoint().toString());
    agent.environment.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", agent.at().authenticationEndpoint().toString());
  }

  private void deployment() {
    agent
        .input("environmentId", "contoso-uat")
        .input("fileAssetId", agent.assetId("contoso-release-1.zip"));
  }
}
