package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret leaves a task, though no agent masks anything: masking commands aside. */
class SecretCanaryTest {
  @TempDir private Path folder;
  private final Map<String, String> outputs = new LinkedHashMap<>();

  @Test
  void a_whole_pipeline_leaks_no_password_token_or_signature() throws Exception {
    Canary canary = new Canary();
    try (Agent agent = Agent.azure(folder);
        Relay relay = new Relay(agent.at())) {
      agent.environment.put("SYSTEM_DEBUG", "true");
      through(relay, agent);
      run(agent, "VerifyConnection");
      agent.input("assetPath", agent.release("Release.zip", 9_000_000));
      run(agent, "AssetUpload");
      refuseUploads(agent);
      run(agent, "AssetUpload");
      agent.input("assetPath", folder.resolve("staging"));
      agent.input("fileAssetId", agent.assetId("Release.zip"));
      run(agent, "AssetDownload");
      agent.input("environmentId", agent.environmentId("contoso-uat"));
      run(agent, "AssetDeployment");
      agent.endpoint("UsernamePassword", "a wr0ng p;w]d%");
      through(relay, agent);
      run(agent, "AssetDeployment");
      canary.add("a wr0ng p;w]d%");
      canary.add(agent.at().password().text());
      relay.tokens.forEach(canary::add);
      relay.signatures.forEach(
          it -> {
            canary.add(it);
            canary.add(URLDecoder.decode(it, StandardCharsets.UTF_8));
          });
      assertThat(relay.tokens).hasSizeGreaterThan(2);
      assertThat(relay.signatures).hasSizeGreaterThan(1);
    }

    assertThat(outputs.get("2 AssetUpload")).contains("##vso[task.debug]", "sig=***");
    assertThat(canary.findIn(outputs)).isEmpty();
    assertThat(canary.findIn(Canary.filesIn(Files.createDirectories(folder.resolve("temp")))))
        .isEmpty();
  }

  private void run(Agent agent, String task) {
    String log =
        agent
            .run(task)
            .log()
            .lines()
            .filter(line -> !line.startsWith("##vso[task.setsecret]"))
            .collect(Collectors.joining("\n"));
    outputs.put(outputs.size() + 1 + " " + task, log);
  }

  private static void through(Relay relay, Agent agent) {
    String api = relay.apiEndpoint().toString();
    agent.environment.put(
        "ENDPOINT_URL_" + Agent.CONNECTION, relay.authenticationEndpoint().toString());
    agent.environment.put("ENDPOINT_DATA_" + Agent.CONNECTION + "_APIURL", api);
  }

  private static void refuseUploads(Agent agent) {
    agent
        .emulator
        .faults()
        .add(
            Fault.once("blob", "PUT", "", new FaultAction.Answer(403, Map.of(), "<Code>x</Code>"))
                .times(100));
  }
}
