package dev.lifeline.extension.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.emulator.world.Asset;
import dev.lifeline.extension.agent.Contoso;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's own library for tasks reads the environment of a task as Lifeline does. */
final class TaskLibEndToEndTest {
  private static final String READ_ALL =
      """
      const lib = require('azure-pipelines-task-lib/task');
      const id = lib.getInput('serviceConnectionName', true);
      const read = {
        name: lib.getInput('assetName'),
        description: lib.getInput('assetDescription') || null,
        type: lib.getInput('assetType', true),
        file: lib.getPathInput('assetPath', true, true),
        wait: lib.getBoolInput('waitForValidation'),
        url: lib.getEndpointUrl(id, false),
        scheme: lib.getEndpointAuthorizationScheme(id, false),
        account: lib.getEndpointAuthorization(id, false).parameters,
        username: lib.getEndpointAuthorizationParameter(id, 'username', false),
        api: lib.getEndpointDataParameter(id, 'apiurl', false),
        temporary: lib.getVariable('Agent.TempDirectory'),
      };
      console.log('READ ' + JSON.stringify(read));
      """;

  private static final String NAME = "Größe; 100 %AZP25 ] 一 \"q\"";

  @TempDir private Path work;

  @Test
  void microsoft_s_library_and_the_task_read_the_same_values() throws Exception {
    try (var steps = new Steps(work)) {
      Path release = Contoso.release(steps.job.sources().resolve("out/r.zip"));
      Map<String, String> inputs =
          steps.withCommon(
              Map.of("assetPath", "out/r.zip", "assetName", NAME, "waitForValidation", "False"));
      Map<String, String> environment =
          steps.job.environment(steps.task("LifelineAssetUpload"), inputs);

      Map<?, ?> read = taskLib(environment);
      steps.succeed("upload", "LifelineAssetUpload", inputs);

      assertThat(read.get("file")).isEqualTo(release.toString());
      assertThat(read.get("wait")).isEqualTo(false);
      assertThat(read.get("scheme")).isEqualTo("UsernamePassword");
      assertThat(read.get("url")).isEqualTo(steps.contoso.at().authenticationEndpoint().toString());
      assertThat(read.get("api")).isEqualTo(steps.contoso.at().apiEndpoint().toString());
      // that the task signed in with these and made this asset is how it read them
      assertThat(((Map<?, ?>) read.get("account")).get("password")).isEqualTo(Contoso.PASSWORD);
      assertThat(read.get("username")).isEqualTo(steps.contoso.at().username());
      Asset made = asset(steps, steps.job.variable("upload.FileAssetId"));
      assertThat(made.name()).isEqualTo(read.get("name"));
      assertThat(String.valueOf(made.fileType())).isEqualTo(read.get("type"));
    }
  }

  private static Asset asset(Steps steps, String id) {
    return steps.contoso.emulator().world().lifecycle().assets().stream()
        .filter(asset -> asset.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<?, ?> taskLib(Map<String, String> environment) throws Exception {
    String said = Peers.node(READ_ALL, environment).outputOfSuccess();
    String line = said.lines().filter(each -> each.contains("READ ")).findFirst().orElseThrow();
    return Json.read(line.substring(line.indexOf("READ ") + 5), Map.class).orElseThrow();
  }
}
