package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import dev.lifeline.emulator.world.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCommandsTest {
  private static final String HOSTILE =
      "##vso[task.setvariable variable=x]1\n::set-output name=x::1\u001b[2J\u202e\u009b31m";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.connected(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void a_list_is_a_table_of_all_pages() {
    List<String> lines = desk.run("environment", "list").succeeded().out().lines().toList();

    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).matches("NAME +TYPE +KIND +VERSION +STATE +NOW +ENVIRONMENT ID");
    assertThat(lines.get(1))
        .matches("contoso-test +Sandbox +SelfService +10\\.0\\.44 +Deployed +- +[0-9a-f-]{36}");
    assertThat(lines.get(7)).contains("contoso-dev", "CustomerManaged", "can be stopped");
  }

  @Test
  void a_list_in_json_has_every_field_under_lcss_name() {
    Map<String, Object> row =
        desk.run("environment", "list", "-o", "json").succeeded().rows().get(0);

    assertThat(row)
        .containsOnlyKeys(
            "environmentId",
            "environmentName",
            "projectId",
            "environmentInfrastructure",
            "environmentType",
            "environmentGroup",
            "environmentProduct",
            "environmentEndpointBaseUrl",
            "deploymentState",
            "deploymentStatusDisplay",
            "canStart",
            "canStop",
            "topologyDisplayName",
            "currentApplicationBuildVersion",
            "currentApplicationReleaseName",
            "currentPlatformReleaseName",
            "currentPlatformVersion",
            "deployedOnUTC",
            "cloudStorageLocation",
            "disasterRecoveryLocation")
        .containsEntry("environmentName", "contoso-test")
        .containsEntry("canStop", false);
    assertThat(String.valueOf(row.get("deployedOnUTC"))).endsWith("Z");
  }

  @Test
  void an_environment_that_is_serviced_shows_it() {
    desk.run(
            "deploy",
            "--environment=contoso-test",
            "--asset=" + desk.assetId("contoso-release-1.zip"),
            "--name=nightly")
        .succeeded();

    assertThat(desk.run("environment", "list").succeeded().out().lines().toList().get(1))
        .contains("Servicing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-uat", "CONTOSO-uat"})
  void an_environment_is_shown_by_its_name(String name) {
    assertThat(desk.run("environment", "show", name).succeeded().out())
        .contains("Name             contoso-uat", desk.environmentId("contoso-uat"))
        .contains("Application      10.0.44 (10.0.2000.10)", "State            Deployed");
  }

  @Test
  void an_environment_is_shown_by_its_id() {
    String id = desk.environmentId("contoso-uat").replace("-", "");

    assertThat(desk.run("environment", "show", id, "-o", "json").succeeded().json())
        .containsEntry("environmentName", "contoso-uat");
  }

  @Test
  void an_unknown_environment_is_not_found() {
    Outcome outcome = desk.run("environment", "show", "nowhere & more", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.errorCode()).isEqualTo("ENVIRONMENT_NOT_FOUND");
  }

  @Test
  void a_history_is_a_table_the_latest_first() {
    List<String> lines =
        desk.run("environment", "history", "contoso-uat").succeeded().out().lines().toList();

    assertThat(lines).hasSize(9);
    assertThat(lines.get(0)).matches("STARTED \\(UTC\\) +TOOK +STATUS +WHAT +NAME +ACTIVITY ID");
    assertThat(lines.get(1))
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +58 min 0 s +Completed .* Release 41 +[0-9a-f]{32}");
  }

  @Test
  void a_history_can_be_cut() {
    assertThat(
            desk.run("environment", "history", "contoso-uat", "--limit", "2", "-o", "json")
                .succeeded()
                .rows())
        .hasSize(2)
        .first()
        .satisfies(row -> assertThat(row).containsEntry("name", "Release 41"))
        .satisfies(row -> assertThat(row).containsEntry("durationSeconds", 3480.0));
    assertThat(desk.run("environment", "history", "contoso-uat", "--limit", "few").exitCode())
        .isEqualTo(2);
  }

  @Test
  void an_empty_history_is_told() {
    assertThat(desk.run("environment", "history", "contoso-test").succeeded().out())
        .contains("nothing was done");
  }

  @Test
  void an_environment_is_stopped_and_started_again() {
    Map<String, Object> stop =
        desk.run("environment", "stop", "contoso-dev", "-o", "json").succeeded().json();
    desk.time.advance(Duration.ofHours(1));

    Outcome start = desk.run("environment", "start", "contoso-dev").succeeded();

    assertThat(stop)
        .containsOnlyKeys("activityId", "environmentId", "environmentName", "status", "joined")
        .containsEntry("environmentId", desk.environmentId("contoso-dev"));
    assertThat(start.out()).contains("start of the environment 'contoso-dev'", "activity id  ");
    assertThat(start.err()).contains("lifeline operation watch ", " --type start ");
  }

  @Test
  void a_stop_is_followed_to_its_end() {
    Outcome outcome = desk.run("environment", "stop", "contoso-dev", "--wait").succeeded();

    assertThat(outcome.out()).contains("stop of the environment 'contoso-dev': Completed");
    assertThat(desk.time.elapsed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(7));
  }

  @Test
  void what_is_not_customer_managed_is_not_stopped() {
    Outcome outcome = desk.run("environment", "stop", "contoso-production");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("cannot be stopped now", "customer-managed");
  }

  @Test
  void waiting_for_a_turn_says_until_when() {
    for (int i = 0; i < 6; i++) {
      desk.run("environment", "show", "contoso-test").succeeded();
    }

    assertThat(desk.run("environment", "show", "contoso-test").succeeded().err())
        .contains("waiting until", "LCS allows 6 looks at a project's environments in a minute");
  }

  @Test
  void a_certificate_and_its_password_are_files_beside_each_other() throws IOException {
    Path target = folder.resolve("rsat");

    Map<String, Object> json =
        desk.run(
                "environment",
                "rsat-certificate",
                "contoso-test",
                "--to",
                target.toString(),
                "-o",
                "json")
            .succeeded()
            .json();

    assertThat(json)
        .containsOnlyKeys(
            "environmentId", "environmentName", "path", "passwordFile", "expirationDateTimeUTC");
    assertThat(Path.of(String.valueOf(json.get("path")))).isNotEmptyFile();
    assertThat(Path.of(String.valueOf(json.get("passwordFile")))).isNotEmptyFile();
  }

  @Test
  void the_password_alone_goes_to_standard_output_when_it_is_asked_for() throws IOException {
    Path target = folder.resolve("rsat");

    Outcome outcome =
        desk.run(
                "environment",
                "rsat-certificate",
                "contoso-test",
                "--password-stdout",
                "--to",
                target.toString())
            .succeeded();

    assertThat(outcome.out().strip()).isNotBlank().doesNotContain("\n", " ");
    assertThat(outcome.err()).contains("certificate  ").doesNotContain(outcome.out().strip());
    assertThat(Canary.filesIn(target)).hasSize(1);
  }

  @Test
  void a_password_that_would_not_be_shown_as_it_is_is_not_shown() {
    String password =
        Base64.getEncoder().encodeToString("##vso[x]\nsecret".getBytes(StandardCharsets.UTF_8));
    desk.emulator
        .faults()
        .add(
            Fault.once(
                "lcs",
                "GET",
                "rsatdownload",
                new FaultAction.Answer(
                    200,
                    Map.of(),
                    "{\"IsSuccess\":true,\"Data\":{\"CertificateZipEncoded\":\"UEs=\","
                        + "\"CertificateSecretEncoded\":\""
                        + password
                        + "\",\"Filename\":\"a.zip\"}}")));

    Outcome outcome =
        desk.run(
            "environment",
            "rsat-certificate",
            "contoso-test",
            "--password-stdout",
            "--to",
            folder.toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("cannot be printed").doesNotContain("secret");
  }

  @Test
  void a_certificates_password_is_nowhere_but_in_its_file() throws IOException {
    Path target = folder.resolve("rsat");
    Outcome text =
        desk.run("-v", "environment", "rsat-certificate", "contoso-test", "--to", target.toString())
            .succeeded();
    Outcome json =
        desk.run(
                "-v",
                "environment",
                "rsat-certificate",
                "contoso-uat",
                "--to",
                target.toString(),
                "-o",
                "json")
            .succeeded();
    Canary canary = new Canary();
    Canary.filesIn(target)
        .forEach(
            (name, content) -> {
              if (name.endsWith(".password.txt")) {
                canary.add(content);
              }
            });

    // two passwords, each at least as it is and in three places of Base64
    assertThat(canary.size()).isGreaterThanOrEqualTo(8);
    assertThat(canary.findIn(Map.of("text", text.toString(), "json", json.toString()))).isEmpty();
    assertThat(canary.findIn(Canary.filesIn(desk.home))).isEmpty();
  }

  @Test
  void a_hostile_name_is_only_read() throws IOException {
    Environment test =
        desk.emulator.world().lifecycle().environments().stream()
            .filter(it -> it.name().equals("contoso-dev"))
            .findFirst()
            .orElseThrow();
    desk.emulator
        .world()
        .changeLifecycle(
            it ->
                it.with(
                    new Environment(
                        test.id(),
                        test.project(),
                        HOSTILE,
                        test.type(),
                        test.infrastructure(),
                        test.deployedOn(),
                        List.of(),
                        List.of())));
    String id = test.id().toString();

    for (Outcome outcome :
        List.of(
            desk.run("environment", "list"),
            desk.run("environment", "list", "-o", "json"),
            desk.run("environment", "show", id),
            desk.run("environment", "stop", id),
            desk.run("environment", "rsat-certificate", id, "--to", folder.toString()))) {
      String all = outcome.succeeded().out() + outcome.err();
      assertThat(all).doesNotContain("##vso[", "\u001b", "\u202e", "\u009b");
      assertThat(all.lines()).noneMatch(line -> line.strip().startsWith("::"));
    }
    assertThat(folder).isDirectoryContaining("glob:**.zip");
  }
}
