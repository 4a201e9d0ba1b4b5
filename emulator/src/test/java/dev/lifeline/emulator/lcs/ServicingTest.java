package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicingTest {

  private final Lab lab;

  ServicingTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "release 5, NotStarted PreparingEnvironment InProgress Completed",
    "will fail, NotStarted PreparingEnvironment InProgress Failed",
    "Rollback!, NotStarted PreparingEnvironment InProgress RollbackInProgress RollbackCompleted",
  })
  void an_update_goes_through_its_states_in_their_order(String name, String states)
      throws Exception {
    String activity =
        start("contoso-test", "contoso-release-1.zip", name).text("OperationActivityId");

    List<String> seen = new ArrayList<>();
    for (int minute = 0; minute <= 60; minute += 1) {
      String state = status(activity).text("OperationStatus");
      if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(state)) {
        seen.add(state);
      }
      lab.passMinutes(1);
    }

    assertThat(String.join(" ", seen)).isEqualTo(states);
  }

  @Test
  void the_start_is_answered_with_the_envelope() throws Exception {
    Lab.Answer answer = start("contoso-test", "contoso-release-1.zip", "release 5");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("IsSuccess", true)
        .containsEntry("ErrorMessage", null)
        .containsEntry("VersionEOL", "9999-12-31T23:59:59.9999999");
    assertThat(UUID.fromString(answer.text("OperationActivityId"))).isNotNull();
  }

  @Test
  void the_status_writes_its_ids_without_dashes() throws Exception {
    String activity =
        start("contoso-test", "contoso-release-1.zip", "x").text("OperationActivityId");

    assertThat(status(activity).json())
        .containsEntry("IsSuccess", true)
        .containsEntry("ProjectId", 1234567)
        .containsEntry("ActivityId", activity.replace("-", ""))
        .containsEntry("CompletionDate", null);
  }

  @Test
  void the_completion_date_is_american_text() throws Exception {
    String activity =
        start("contoso-test", "contoso-release-1.zip", "x").text("OperationActivityId");

    lab.passMinutes(90);

    assertThat(status(activity).text("CompletionDate")).isEqualTo("11/22/2026 10:16 AM");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso-production, contoso-release-1.zip,    x,  production environment",
    "contoso-build,      contoso-release-1.zip,    x,  build environment",
    "contoso-test,       ContosoModel.axmodel,     x,  not a software deployable package",
    "contoso-test,       contoso-invalid.zip,      x,  has not been validated",
    "contoso-test,       upgrade-release-1.zip,    x,  was not found",
    "upgrade-test,       contoso-release-1.zip,    x,  was not found",
    "contoso-test,       contoso-release-1.zip,    '', update name is required",
  })
  void what_lcs_refuses_is_http_200_without_success(
      String environment, String asset, String name, String message) throws Exception {
    Lab.Answer answer = start(environment, asset, name);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("IsSuccess", false)
        .containsEntry("OperationActivityId", null);
    assertThat(answer.text("ErrorMessage")).contains(message);
    assertThat(lab.emulator.world().lifecycle().operations()).isEmpty();
  }

  @Test
  void an_environment_is_serviced_once_at_a_time() throws Exception {
    start("contoso-test", "contoso-release-1.zip", "first");

    Lab.Answer second = start("contoso-test", "contoso-release-1.zip", "second");
    Lab.Answer elsewhere = start("contoso-uat", "contoso-release-1.zip", "third");
    lab.passMinutes(61);
    Lab.Answer later = start("contoso-test", "contoso-release-1.zip", "fourth");

    assertThat(second.text("ErrorMessage")).contains("already being serviced");
    assertThat(elsewhere.json()).containsEntry("IsSuccess", true);
    assertThat(later.json()).containsEntry("IsSuccess", true);
  }

  @Test
  void a_reader_may_not_service() throws Exception {
    Lab.Answer answer =
        lab.post(
            applyUpdate(lab.environment("contoso-test"), lab.asset("contoso-release-1.zip"), "x"),
            null,
            lab.token("reader"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("ErrorMessage")).contains("Environment manager");
  }

  @Test
  void an_update_name_arrives_intact_and_appears_in_the_history() throws Exception {
    String name = "R&D #5 + größer";
    start("contoso-test", "contoso-release-1.zip", name);

    Lab.Answer history =
        lab.get(
            "/environmentinfo/v1/history/project/1234567/environment/"
                + lab.environment("contoso-test")
                + "/?page=1");

    Map<?, ?> row = (Map<?, ?>) ((List<?>) history.json().get("Data")).get(0);
    assertThat(row.get("Name")).isEqualTo(name);
    assertThat(row.get("Status")).isEqualTo("NotStarted");
    assertThat(row.get("StartDateTimeUtc")).isEqualTo("2026-11-22T10:15:00.0");
    assertThat(row.get("EndDateTimeUtc")).isNull();
  }

  @Test
  void an_unknown_activity_is_http_200_without_success() throws Exception {
    Lab.Answer answer = status(UUID.randomUUID().toString());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("IsSuccess", false);
  }

  private Lab.Answer start(String environment, String asset, String name) throws Exception {
    return lab.post(applyUpdate(lab.environment(environment), lab.asset(asset), name), null);
  }

  private Lab.Answer status(String activity) throws Exception {
    return lab.get(
        "/environment/v2/fetchstatus/project/1234567/environment/%s/operationactivity/%s"
            .formatted(lab.environment("contoso-test"), activity));
  }

  private static String applyUpdate(UUID environment, UUID asset, String name) {
    return "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=%s"
        .formatted(environment, asset, URLEncoder.encode(name, StandardCharsets.UTF_8));
  }
}
