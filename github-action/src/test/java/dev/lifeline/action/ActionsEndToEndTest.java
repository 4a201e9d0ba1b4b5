package dev.lifeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.action.Runner.Step;
import dev.lifeline.extension.agent.Contoso;
import dev.lifeline.extension.agent.Javas;
import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actions as the build lays them out, run as GitHub's runner runs them. */
final class ActionsEndToEndTest {
  @TempDir private Path work;
  private Contoso contoso;
  private Runner runner;

  @BeforeEach
  void start() throws Exception {
    contoso = new Contoso();
    runner =
        new Runner(work, Javas.running())
            .withVariable("LIFELINE_CA_CERTIFICATE", contoso.at().caCertificate().toString())
            .withVariable("LIFELINE_POLL_INTERVAL", "1s");
  }

  @AfterEach
  void stop() {
    contoso.close();
  }

  @Test
  void what_is_uploaded_is_deployed_and_comes_back_the_same() throws Exception {
    Path release = Contoso.release(runner.workspace().resolve("out/Größe 一.zip"));

    Step upload = succeed("asset-upload", Map.of("assetPath", "out/Größe 一.zip"));
    String id = upload.outputs().get("FileAssetId");
    Step deploy =
        succeed(
            "asset-deployment",
            Map.of(
                "environmentId", "contoso-uat",
                "fileAssetId", contoso.assetId("contoso-release-1.zip"),
                "releaseName", "Release 7"));
    Step download = succeed("asset-download", Map.of("fileAssetId", id, "assetPath", "back"));

    assertThat(Path.of(download.outputs().get("FilePath"))).hasSameBinaryContentAs(release);
    assertThat(deploy.outputs().get("ActivityId")).isNotEmpty();
    assertThat(deploy.summary()).contains("Release 7", "Completed");
  }

  @Test
  void no_secret_is_printed_but_to_be_masked() throws Exception {
    runner.withVariable("RUNNER_DEBUG", "1");
    Contoso.release(runner.workspace().resolve("r.zip"));

    Step upload = succeed("asset-upload", Map.of("assetPath", "r.zip"));

    assertThat(upload.masked()).contains(Contoso.PASSWORD);
    assertThat(upload.masked())
        .allSatisfy(secret -> assertThat(upload.visible()).doesNotContain(secret));
    assertThat(upload.visible())
        .doesNotContainPattern("eyJ[A-Za-z0-9_-]{16}|[?&]sig=(?!\\*\\*\\*)[A-Za-z0-9%]{8}");
  }

  @Test
  void later_scripts_have_the_command_and_its_connection() throws Exception {
    succeed("lifeline-tool", Map.of());

    Step list =
        runner.script(
            "lifeline asset list --output json", Map.of("LIFELINE_PASSWORD", Contoso.PASSWORD));

    assertThat(list.exitCode()).as(list.log()).isZero();
    assertThat(list.log()).contains("contoso-release-1.zip");
  }

  @Test
  void what_fails_ends_with_the_code_of_its_kind_and_an_error_on_the_page() throws Exception {
    Step verify = runner.run("verify-connection", with(Map.of("password", "wr0ng-Pa55word")));

    assertThat(verify.exitCode()).isEqualTo(3);
    assertThat(verify.lines()).anyMatch(line -> line.startsWith("::error"));
    assertThat(verify.visible()).contains("50126").doesNotContain("wr0ng-Pa55word");
  }

  @Test
  void there_is_an_action_for_every_task() throws Exception {
    for (TaskDefinition task : Catalogue.definitions()) {
      Map<?, ?> action = Runner.yaml(Runner.actions().resolve(task.slug()).resolve("action.yml"));

      assertThat(action.get("runs")).isEqualTo(Map.of("using", "node24", "main", "index.js"));
    }
  }

  private Step succeed(String slug, Map<String, String> inputs) throws Exception {
    Step step = runner.run(slug, with(inputs));
    assertThat(step.exitCode()).as(step.log()).isZero();
    return step;
  }

  private Map<String, String> with(Map<String, String> inputs) {
    Map<String, String> all = new TreeMap<>();
    all.put("authenticationEndpoint", contoso.at().authenticationEndpoint().toString());
    all.put("apiEndpoint", contoso.at().apiEndpoint().toString());
    all.put("username", contoso.at().username());
    all.put("password", Contoso.PASSWORD);
    all.put("clientId", contoso.at().clientId().toString());
    all.put("projectId", contoso.at().projectId().toString());
    all.putAll(inputs);
    return all;
  }
}
