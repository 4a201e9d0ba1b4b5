package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppCommandsTest {
  private static final String ADMIN = "admin@contoso.example";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() throws IOException {
    desk = Desk.bare(folder);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @Test
  void an_empty_tenant_gets_a_registration_and_then_the_connection_works() {
    String admin = "admin@adatum.example";

    Outcome registered = as(admin, "app", "register", "--name", "Lifeline", "--consent", "tenant");
    Outcome again =
        as(admin, "app", "register", "--name", "Lifeline", "--consent", "tenant", "-o", "json");

    String clientId = String.valueOf(again.succeeded().json().get("clientId"));
    assertThat(registered.succeeded().out()).contains(clientId, "lifeline connection create");
    assertThat(again.json()).containsEntry("changed", false);
    desk.environment.put("SECRET", desk.password());
    Outcome created =
        desk.run(
            "connection",
            "create",
            "adatum",
            "--authentication-endpoint=" + desk.at().authenticationEndpoint(),
            "--api-endpoint=" + desk.at().apiEndpoint(),
            "--username=deploy@adatum.example",
            "--client-id=" + clientId,
            "--default-project=2345678",
            "--password-env=SECRET");
    assertThat(created.succeeded().out()).contains("created the connection 'adatum'");
    desk.run("connection", "verify", "adatum").succeeded();
    assertThat(desk.run("asset", "list").succeeded().err()).isEmpty();
  }

  @Test
  void the_second_time_nothing_is_written() {
    as("admin@adatum.example", "app", "register", "--name", "Lifeline").succeeded();
    desk.emulator.received().clear();

    as("admin@adatum.example", "app", "register", "--name", "Lifeline").succeeded();

    assertThat(desk.received("graph")).isNotEmpty();
    assertThat(desk.received("graph")).allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void consent_can_be_for_one_user_only() {
    String admin = "admin@adatum.example";
    String user = "deploy@adatum.example";
    Outcome registered =
        as(admin, "app", "register", "--name", "L", "--consent", user, "-o", "json");
    String clientId = String.valueOf(registered.succeeded().json().get("clientId"));

    Outcome checked = as(admin, "app", "check", clientId, "--username", user, "-o", "json");

    assertThat(step(checked.succeeded(), "consent")).containsEntry("status", "passed");
  }

  @Test
  void the_code_is_shown_on_standard_error_alone() {
    Outcome outcome = as(ADMIN, "app", "check", clientId());

    assertThat(outcome.succeeded().err())
        .containsSubsequence("sign in as an administrator", "open  ", "enter code  ");
    assertThat(outcome.out()).doesNotContain("enter code");
  }

  @Test
  void a_registration_that_is_all_right_passes_each_check() {
    Outcome outcome =
        as(ADMIN, "app", "check", clientId(), "--username", desk.at().username(), "-o", "json");

    assertThat(steps(outcome.succeeded()))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.get("status")).isNotEqualTo("failed"));
    for (String id : List.of("registration", "permission", "consent", "public-client-flows")) {
      assertThat(step(outcome, id)).containsEntry("status", "passed");
    }
  }

  @Test
  void what_a_registration_lacks_is_named_with_the_place_to_mend_it() {
    for (Map.Entry<String, String> lack :
        Map.of(
                "No public client flows", "public-client-flows",
                "No permission", "permission",
                "No consent", "consent")
            .entrySet()) {
      String clientId = desk.clientIdOf("contoso.example", lack.getKey());

      Outcome outcome = as(ADMIN, "app", "check", clientId, "-o", "json");

      assertThat(outcome.exitCode()).as(lack.getKey()).isEqualTo(1);
      assertThat(outcome.err()).as(lack.getKey()).contains("\"REGISTRATION_INCOMPLETE\"");
      assertThat(step(outcome, lack.getValue()))
          .as(lack.getKey())
          .containsEntry("status", "failed")
          .containsKey("fix");
    }
  }

  @Test
  void a_registration_that_does_not_exist_ends_with_code_4() {
    Outcome outcome =
        as(ADMIN, "app", "check", "00000000-1111-2222-3333-444444444444", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.err()).contains("\"REGISTRATION_NOT_FOUND\"");
  }

  @Test
  void somebody_who_is_no_administrator_is_told_of_the_way_by_hand() {
    Outcome outcome = as("deploy@adatum.example", "app", "register", "--name", "Lifeline");

    assertThat(outcome.exitCode()).isIn(3, 4);
    assertThat(outcome.err()).contains("administrator", "lifeline app guide");
  }

  @Test
  void an_id_that_is_no_id_is_refused_before_anybody_signs_in() {
    Outcome outcome = as(ADMIN, "app", "check", "LCS automation", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_consent_for_nobody_in_particular_is_refused_before_anybody_signs_in() {
    Outcome outcome =
        as(ADMIN, "app", "register", "--name", "L", "--consent", "everybody", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("VALUE_MALFORMED");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void a_declined_code_ends_the_command_with_code_3() {
    RecordingHost host = desk.host();
    host.person = code -> desk.emulator.world().deviceCodes().decline(code);

    Outcome outcome = host.run(words("app", "check", clientId()));

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("error: ", "lifeline app guide");
  }

  @Test
  void an_own_client_can_stand_in_for_microsofts() {
    Outcome outcome =
        as(
            ADMIN,
            "app",
            "check",
            clientId(),
            "--bootstrap-client-id",
            "99999999-1111-2222-3333-444444444444");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("(AADSTS700016)", "lifeline app guide");
    assertThat(desk.received("entra"))
        .allMatch(
            request ->
                "99999999-1111-2222-3333-444444444444".equals(request.form().get("client_id")));
  }

  @Test
  void where_policies_block_the_device_code_the_fix_is_the_guide() {
    String refusal = "{\"error\":\"invalid_grant\",\"error_codes\":[53003]}";
    desk.emulator
        .faults()
        .add(
            Fault.once(
                "entra", "POST", "devicecode", new FaultAction.Answer(400, Map.of(), refusal)));

    Outcome outcome = as(ADMIN, "app", "check", clientId(), "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err()).contains("\"POLICY_BLOCKED\"", "lifeline app guide");
  }

  @Test
  void the_guide_needs_no_connection() {
    Outcome outcome = desk.run("app", "guide");

    assertThat(outcome.succeeded().out())
        .contains(
            "Account",
            "First sign-in",
            "Registration",
            "Permission",
            "Consent",
            "Public client flows",
            "Dynamics Lifecycle services",
            "http://localhost");
    assertThat(desk.home).doesNotExist();
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void the_guide_has_the_connections_own_values_but_no_secret() {
    desk.store("contoso", "deploy", desk.password());

    Outcome outcome = desk.run("app", "guide", "--connection", "contoso");

    assertThat(outcome.succeeded().out())
        .contains("deploy@contoso.example", clientId(), desk.at().apiEndpoint().toString())
        .doesNotContain(desk.password());
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void the_guide_in_json_is_one_document() {
    assertThat(desk.run("app", "guide", "-o", "json").succeeded().json()).containsKey("steps");
  }

  @Test
  void a_connection_that_is_named_and_not_there_is_an_error_of_the_guide() {
    assertThat(desk.run("app", "guide", "-c", "fabrikam").exitCode()).isEqualTo(4);
  }

  private String clientId() {
    return desk.at().clientId().toString();
  }

  private Outcome as(String person, String... command) {
    return desk.hostOf(person).run(words(command));
  }

  private String[] words(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--authentication-endpoint=" + desk.at().authenticationEndpoint());
    words.add("--graph-endpoint=" + desk.at().graphEndpoint());
    return words.toArray(String[]::new);
  }

  @SuppressWarnings("unchecked") // JSON objects have text keys
  private static List<Map<String, Object>> steps(Outcome outcome) {
    return (List<Map<String, Object>>) outcome.json().get("steps");
  }

  private static Map<String, Object> step(Outcome outcome, String id) {
    return steps(outcome).stream()
        .filter(step -> id.equals(step.get("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(outcome.toString()));
  }
}
