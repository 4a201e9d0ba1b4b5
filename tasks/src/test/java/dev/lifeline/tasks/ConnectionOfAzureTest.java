package dev.lifeline.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.UsableConnection;
import dev.lifeline.tasks.host.HostDetection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that exist in Azure DevOps are read as they are. */
class ConnectionOfAzureTest {
  @TempDir private Path folder;
  private Agent agent;

  @BeforeEach
  void start() throws IOException {
    agent = Agent.azure(folder);
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void a_connection_that_works_is_proved_step_by_step() throws Exception {
    Ended ended = agent.run("LifelineVerifyConnection").succeeded();

    assertThat(ended.log())
        .contains("sign-in passed", "asset library passed", "the connection works");
    assertThat(agent.pages()).contains("| sign\\-in | passed");
  }

  @Test
  void what_is_wrong_with_a_connection_is_said_with_its_fix() {
    agent.endpoint("UsernamePassword", "wrong");

    Ended ended = agent.run("VerifyConnection");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.log()).contains("sign-in failed: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "p;w]d%AZP25", "a\"b\\c'd", "p\u00e4ss \u4e00", "$(x)", "%0A"})
  void a_password_arrives_character_by_character(String password) {
    agent.endpoint("UsernamePassword", password);

    UsableConnection connection =
        HostDetection.of(agent.process(agent.time)).connection(Agent.CONNECTION);

    assertThat(connection.credential().secret().reveal()).isEqualTo(password);
  }

  @Test
  void an_id_in_capital_letters_is_the_same_connection() {
    agent.input("serviceConnectionName", Agent.CONNECTION.toUpperCase(Locale.ROOT));

    agent.run("VerifyConnection").succeeded();
  }

  @Test
  void keys_count_in_any_letter_case() {
    agent.environment.compute(
        "ENDPOINT_AUTH_" + Agent.CONNECTION,
        (name, json) ->
            json.replace("\"username\"", "\"Username\"").replace("\"clientid\"", "\"clientId\""));

    agent.run("VerifyConnection").succeeded();
  }

  @Test
  void single_variables_do_where_there_is_no_json() {
    String prefix = "ENDPOINT_AUTH_PARAMETER_" + Agent.CONNECTION;
    agent.environment.remove("ENDPOINT_AUTH_" + Agent.CONNECTION);
    agent.environment.remove("ENDPOINT_DATA_" + Agent.CONNECTION + "_APIURL");
    agent.environment.put(prefix + "_USERNAME", agent.at().username());
    agent.environment.put(prefix + "_PASSWORD", agent.at().password().text());
    agent.environment.put(prefix + "_CLIENTID", agent.at().clientId().toString());

    agent.run("VerifyConnection").succeeded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/common", "/", ""})
  void an_authority_without_a_tenant_is_read_as_organizations_with_a_warning(String path) {
    agent.environment.put(
        "ENDPOINT_URL_" + Agent.CONNECTION,
        agent.at().authenticationEndpoint().resolve("/").toString().replaceFirst("/$", path));

    Ended ended = agent.run("VerifyConnection").succeeded();

    assertThat(ended.heard("task.logissue").toString())
        .contains("is read as one that ends in /organizations");
  }

  @Test
  void a_connection_without_a_password_is_refused() {
    agent.endpoint("UsernamePassword", "");

    Ended ended = agent.run("VerifyConnection");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.log()).contains("has no password");
  }

  @Test
  void a_script_step_has_a_connection_in_its_variables() {
    agent.environment.keySet().removeIf(name -> name.matches("(ENDPOINT|INPUT)_.*"));
    agent.environment.put("LIFELINE_USERNAME", agent.at().username());
    agent.environment.put("LIFELINE_PASSWORD", agent.at().password().text());
    agent.environment.put("LIFELINE_CLIENT_ID", agent.at().clientId().toString());
    agent.environment.put("LIFELINE_API_ENDPOINT", agent.at().apiEndpoint().toString());
    agent.environment.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", agent.at().authenticationEndpoint().toString());

    agent.run("VerifyConnection").succeeded();
  }

  @Test
  void a_project_in_another_geography_is_mended_in_azure_devops() {
    agent.input("projectId", "99999");

    Ended ended = agent.run("VerifyConnection");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.log()).doesNotContain("LIFELINE_API_ENDPOINT");
  }
}
