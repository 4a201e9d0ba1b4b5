package dev.lifeline.hub;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.json.Json;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.peers.Peers;
import dev.lifeline.hub.store.DatabaseKind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Azure DevOps' own client against the hub: every call of the specification's list (Service
 * Endpoints REST: minimal conformance list).
 */
class ConformanceTest {
  private static final int CALLS = 25;

  @TestFactory
  Stream<DynamicTest> the_calls_of_the_list_pass_on_h2() throws Exception {
    return calls(DatabaseKind.H2);
  }

  @TestFactory
  Stream<DynamicTest> the_calls_of_the_list_pass_on_postgresql() throws Exception {
    return calls(DatabaseKind.POSTGRESQL);
  }

  private static Stream<DynamicTest> calls(DatabaseKind kind) throws Exception {
    Map<?, ?> outcome = run(kind);
    return IntStream.rangeClosed(1, CALLS)
        .mapToObj(Integer::toString)
        .map(
            number ->
                DynamicTest.dynamicTest(
                    "call " + number,
                    () -> {
                      assertThat(outcome.containsKey(number)).isTrue();
                      assertThat(outcome.get(number)).isNull();
                    }));
  }

  private static Map<?, ?> run(DatabaseKind kind) throws Exception {
    try (HubLab lab = new HubLab(kind)) {
      lab.person("adele");
      lab.person("reader");
      lab.person("nobody");
      lab.role("adele", "Creator", "project.serviceendpointrole", lab.projectId);
      lab.role("adele", "Creator", "project.serviceendpointrole", lab.otherId);
      lab.role("reader", "Reader", "project.serviceendpointrole", lab.projectId);
      return Json.read(Peers.node(script(), environment(lab)).outputOfSuccess().strip(), Map.class)
          .orElseThrow();
    }
  }

  private static Map<String, String> environment(HubLab lab) throws Exception {
    Addresses at = lab.emulator.addresses();
    Map<String, String> environment = new HashMap<>();
    environment.put("BASE", lab.hub.url() + "/contoso");
    environment.put("PAT", lab.token("adele", "app_token"));
    environment.put("READER_PAT", lab.token("reader", "app_token"));
    environment.put("PERSON_ID", lab.id("adele"));
    environment.put("NOBODY_ID", lab.id("nobody"));
    environment.put("PROJECT", HubLab.PROJECT);
    environment.put("PROJECT_ID", lab.projectId);
    environment.put("OTHER", HubLab.OTHER);
    environment.put("OTHER_ID", lab.otherId);
    environment.put("AUTHORITY", at.authenticationEndpoint().toString());
    environment.put("API", at.apiEndpoint().toString());
    environment.put("CLIENT", at.clientId().toString());
    environment.put("USER_NAME", at.username());
    environment.put("PASSWORD", lab.password());
    return environment;
  }

  private static String script() throws Exception {
    try (InputStream script = ConformanceTest.class.getResourceAsStream("conformance.js")) {
      return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
