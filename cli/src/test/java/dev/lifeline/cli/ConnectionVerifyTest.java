package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.connection.ServiceConnection;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.Credential;
import dev.lifeline.core.model.ProjectId;
import dev.lifeline.core.model.Secret;
import dev.lifeline.emulator.Addresses;
import dev.lifeline.emulator.scenario.Received;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionVerifyTest {
  private static final List<String> STEPS =
      List.of(
          "addresses",
          "network-entra",
          "network-lcs",
          "authority",
          "realm",
          "sign-in",
          "token",
          "lifecycle-services",
          "project",
          "asset-library",
          "servicing");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void each_step_is_a_line() {
    Outcome outcome = desk.run("connection", "verify");

    assertThat(outcome.succeeded().out())
        .containsSubsequence(
            "verifying the connection 'contoso' as deploy@contoso.example\n",
            "  passed   addresses                0.0 s  well-formed and of one cloud: this machine\n",
            "  passed   network to Entra ID      0.0 s  localhost answers directly; its TLS certificate is trusted\n",
            "  passed   network to LCS           0.0 s  localhost answers directly; its TLS certificate is trusted\n",
            "  passed   authority                0.0 s  knows the tenant 'contoso.example'\n",
            "  passed   realm                    0.0 s  Entra ID itself checks the password\n",
            "  passed   sign-in                  0.0 s  a token for 70 minutes\n",
            "  passed   token                    0.0 s  for ",
            "  passed   Lifecycle Services       0.0 s  it accepts the sign-in; 1 package shared\n",
            "  passed   project 1234567          0.0 s  visible; 2 packages in its library\n",
            "  passed   asset library            0.0 s  can be read; ",
            "  passed   servicing                0.0 s  environments can be read; ",
            "  passed   password age             0.0 s  stored today\n",
            "the connection works\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void json_is_the_list_of_the_steps() {
    Outcome outcome = desk.run("connection", "verify", "contoso", "-o", "json");

    assertThat(outcome.succeeded().rows())
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsOnlyKeys("name", "id", "status", "seconds", "finding")
                    .containsEntry("status", "passed"))
        .extracting(row -> row.get("id"))
        .startsWith(STEPS.toArray())
        .endsWith("password-age")
        .hasSize(12);
  }

  @Test
  void a_step_that_fails_comes_with_everything_that_its_error_says() {
    desk.store("second-factor", "mfa", desk.password());

    Outcome outcome = desk.run("connection", "verify", "second-factor", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(row(outcome, "sign-in"))
        .containsOnlyKeys(
            "name", "id", "status", "seconds", "finding", "code", "message", "why", "fix", "step",
            "details")
        .containsEntry("status", "failed")
        .containsEntry("code", "MFA_REQUIRED")
        .containsEntry("step", "account");
    assertThat(row(outcome, "token")).containsEntry("status", "skipped");
    assertThat(row(outcome, "realm")).containsEntry("status", "passed");
    assertThat(outcome.errorCode()).isEqualTo("MFA_REQUIRED");
  }

  @Test
  void a_failed_sign_in_is_explained_as_the_specification_shows() {
    desk.store("second-factor", "mfa", desk.password());

    Outcome outcome = desk.run("connection", "verify", "second-factor");

    assertThat(outcome.out())
        .containsSubsequence(
            "  failed   sign-in ", "(AADSTS50076)\n", "           fix: ", "  skipped  token");
    assertThat(outcome.err())
        .containsSubsequence(
            "error: sign-in as 'mfa@contoso.example' was refused: ",
            "(AADSTS50076)",
            "  why:  ",
            "  fix:  ",
            "  help: setup guide, step ",
            "correlation id ");
  }

  @Test
  void a_wrong_password_is_sent_once() {
    desk.store("wrong", "deploy", "not the password");

    Outcome outcome = desk.run("connection", "verify", "wrong", "--find-geography");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(signIns()).hasSize(1);
  }

  @Test
  void a_project_that_the_account_cannot_see_is_answered_with_how_to_find_it() {
    Outcome outcome = desk.run("connection", "verify", "--project-id", "7654321");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err())
        .contains(
            "error: project 7654321 is not visible to 'deploy@contoso.example'",
            "find out where it lives: lifeline connection verify contoso --find-geography");
  }

  @Test
  void verify_changes_nothing_in_lcs() {
    desk.run("connection", "verify", "--find-geography=" + desk.at().otherApiEndpoint())
        .succeeded();
    storeAt("elsewhere", desk.at().otherApiEndpoint());
    desk.run("connection", "verify", "elsewhere", "--find-geography=" + desk.at().apiEndpoint());

    assertThat(desk.emulator.received().list())
        .filteredOn(it -> it.service().endsWith("lcs"))
        .isNotEmpty()
        .extracting(Received::method)
        .containsOnly("GET");
  }

  @Test
  void a_project_of_another_geography_is_found_with_the_command_that_mends_the_connection() {
    storeAt("far away", desk.at().otherApiEndpoint());

    Outcome outcome =
        desk.run("connection", "verify", "far away", "--find-geography=" + desk.at().apiEndpoint());

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.out()).contains("  failed   geography ");
    assertThat(outcome.err())
        .contains(
            "error: project 1234567 lives in another geography than the connection 'far away'",
            "lifeline connection update \"far away\" --api-endpoint " + desk.at().apiEndpoint());
  }

  @Test
  void the_command_that_is_named_then_mends_the_connection() {
    storeAt("far", desk.at().otherApiEndpoint());

    desk.run("connection", "update", "far", "--api-endpoint", desk.at().apiEndpoint().toString())
        .succeeded();

    desk.run("connection", "verify", "far").succeeded();
  }

  @Test
  void a_search_without_places_does_not_take_the_name_for_one() {
    Outcome outcome = desk.run("connection", "verify", "--find-geography", "contoso", "-o", "json");

    assertThat(outcome.succeeded().rows()).extracting(row -> row.get("id")).contains("geography");
    assertThat(row(outcome, "geography")).containsEntry("status", "skipped");
  }

  @ParameterizedTest
  @CsvSource({"mars, VALUE_MALFORMED", "'', VALUE_MALFORMED", "eu, CLOUD_MISMATCH"})
  void places_that_cannot_be_asked_are_refused_before_anything_is_sent(String places, String code) {
    Outcome outcome = desk.run("connection", "verify", "--find-geography=" + places, "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo(code);
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void an_old_password_is_a_warning_and_no_failure() {
    desk.time.advance(Duration.ofDays(91));

    Outcome text = desk.run("connection", "verify", "--max-password-age", "90d");
    Outcome json = desk.run("connection", "verify", "--max-password-age", "90d", "-o", "json");

    assertThat(text.succeeded().out())
        .contains(
            "  passed   password age             0.0 s  stored 91 days ago\n",
            "           warning: older than 90 days; renew it with: lifeline connection rotate contoso\n",
            "the connection works, with 1 warning\n");
    assertThat(row(json, "password-age"))
        .containsEntry("status", "passed")
        .containsEntry(
            "warning", "older than 90 days; renew it with: lifeline connection rotate contoso");
  }

  @Test
  void a_password_of_the_chosen_age_is_none() {
    desk.time.advance(Duration.ofDays(90));

    Outcome outcome = desk.run("connection", "verify", "--max-password-age", "90d", "-o", "json");

    assertThat(row(outcome, "password-age")).doesNotContainKey("warning");
  }

  @Test
  void an_age_that_is_no_duration_is_refused_before_anything_is_sent() {
    Outcome outcome = desk.run("connection", "verify", "--max-password-age", "old", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void the_age_is_shown_of_a_connection_that_does_not_work_too() {
    desk.store("wrong", "deploy", "not the password");
    desk.time.advance(Duration.ofDays(1));

    Outcome outcome = desk.run("connection", "verify", "wrong", "-o", "json");

    assertThat(row(outcome, "password-age")).containsEntry("finding", "stored 1 day ago");
  }

  @Test
  void of_a_sign_in_by_device_code_its_age_and_its_last_use_are_shown() {
    store("person", desk.at().apiEndpoint(), new Credential.RefreshToken(Secret.of("canary")));
    desk.time.advance(Duration.ofDays(12));

    Outcome outcome = desk.run("connection", "verify", "person", "-o", "json");

    assertThat(row(outcome, "sign-in-age"))
        .containsEntry("finding", "signed in 12 days ago, not used yet");
    assertThat(outcome.out()).doesNotContain("canary", "password-age");
  }

  @Test
  void a_connection_of_the_environment_has_no_age() {
    fromTheEnvironment(desk.at().apiEndpoint().toString());
    desk.environment.put("LIFELINE_PROJECT_ID", "1234567");

    Outcome outcome = desk.run("connection", "verify", "-o", "json");

    assertThat(outcome.succeeded().rows())
        .extracting(row -> row.get("id"))
        .containsExactlyElementsOf(STEPS);
  }

  @Test
  void without_a_project_its_steps_are_skipped() {
    fromTheEnvironment(desk.at().apiEndpoint().toString());

    Outcome outcome = desk.run("connection", "verify", "-o", "json");

    assertThat(outcome.succeeded().rows().subList(8, 11))
        .allSatisfy(row -> assertThat(row).containsEntry("status", "skipped"));
  }

  @Test
  void addresses_of_two_clouds_fail_the_first_step() {
    fromTheEnvironment("https://lcsapi.eu.lcs.dynamics.com");

    Outcome outcome = desk.run("connection", "verify", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(row(outcome, "addresses"))
        .containsEntry("status", "failed")
        .containsEntry("code", "CLOUD_MISMATCH");
    assertThat(outcome.rows().subList(1, 11))
        .allSatisfy(row -> assertThat(row).containsEntry("status", "skipped"));
    assertThat(outcome.errorCode()).isEqualTo("CLOUD_MISMATCH");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void an_address_that_is_none_fails_the_first_step() {
    fromTheEnvironment("lcsapi.lcs.dynamics.com");

    Outcome outcome = desk.run("connection", "verify", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(row(outcome, "addresses")).containsEntry("code", "CONNECTION_INVALID");
  }

  private static Map<String, Object> row(Outcome outcome, String id) {
    return outcome.rows().stream()
        .filter(row -> id.equals(row.get("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(outcome.toString()));
  }

  private List<Received> signIns() {
    return desk.received("entra").stream().filter(it -> it.path().endsWith("/token")).toList();
  }

  private void storeAt(String name, URI api) {
    store(name, api, new Credential.Password(Secret.of(desk.password())));
  }

  private void store(String name, URI api, Credential credential) {
    Addresses at = desk.at();
    ServiceConnection connection =
        new ServiceConnection(
            name,
            new AuthenticationEndpoint(at.authenticationEndpoint()),
            new ApiEndpoint(api),
            at.username(),
            new ClientId(at.clientId().toString()),
            null,
            new ProjectId(at.projectId().value()));
    desk.connections().create(connection, credential, null);
  }

  private void fromTheEnvironment(String api) {
    desk.environment.put("LIFELINE_HOME", folder.resolve("untouched").toString());
    desk.environment.put(
        "LIFELINE_AUTHENTICATION_ENDPOINT", desk.at().authenticationEndpoint().toString());
    desk.environment.put("LIFELINE_API_ENDPOINT", api);
    desk.environment.put("LIFELINE_USERNAME", desk.at().username());
    desk.environment.put("LIFELINE_CLIENT_ID", desk.at().clientId().toString());
    desk.environment.put("LIFELINE_PASSWORD", desk.password());
  }
}
