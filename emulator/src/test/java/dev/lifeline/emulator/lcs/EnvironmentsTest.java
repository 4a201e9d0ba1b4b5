package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentsTest {

  private final Lab lab;

  EnvironmentsTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void the_list_comes_in_pages() throws Exception {
    Lab.Answer first = list("?page=1");
    Lab.Answer second = list("?page=2");
    Lab.Answer third = list("?page=3");

    assertThat(first.json())
        .containsEntry("IsSuccess", true)
        .containsEntry("ResultPageCurrent", 1)
        .containsEntry("ResultHasMorePages", true);
    assertThat(third.json()).containsEntry("ResultHasMorePages", false);
    assertThat(names(first)).containsExactly("contoso-test", "contoso-uat", "contoso-production");
    assertThat(names(second))
        .containsExactly("contoso-build", "contoso-onprem", "contoso-commerce");
    assertThat(names(third)).containsExactly("contoso-dev");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso-test,     SelfService,     Sandbox",
    "contoso-production, SelfService,   Production",
    "contoso-build,    CustomerManaged, Build",
    "contoso-onprem,   OnPremises,      Sandbox",
    "contoso-commerce, SelfService,     Sandbox",
    "contoso-dev,      CustomerManaged, Sandbox",
  })
  void there_is_an_environment_of_each_kind(String name, String infrastructure, String type)
      throws Exception {
    Map<?, ?> row = row(list("?environmentName=" + name));

    assertThat(row.get("EnvironmentInfrastructure")).isEqualTo(infrastructure);
    assertThat(row.get("EnvironmentType")).isEqualTo(type);
  }

  @Test
  void a_page_beyond_the_last_is_empty() throws Exception {
    assertThat(names(list("?page=9"))).isEmpty();
  }

  @Test
  void an_environment_is_found_by_its_id_in_either_spelling() throws Exception {
    String id = lab.environment("contoso-uat").toString();

    assertThat(names(list("?environmentId=" + id))).containsExactly("contoso-uat");
    assertThat(names(list("?environmentId=" + id.replace("-", "")))).containsExactly("contoso-uat");
    assertThat(names(list("?environmentId=nonsense"))).isEmpty();
  }

  @Test
  void an_environment_is_found_by_its_name() throws Exception {
    assertThat(names(list("?environmentName=CONTOSO-production")))
        .containsExactly("contoso-production");
  }

  @Test
  void the_date_of_a_deployment_is_american_text() throws Exception {
    Map<?, ?> row = row(list("?environmentName=contoso-test"));

    assertThat(row.get("DeployedOnUTC")).isEqualTo("10/18/2025 10:15 AM");
    assertThat(row.get("EnvironmentType")).isEqualTo("Sandbox");
    assertThat(row.get("DisasterRecoveryLocation")).isNull();
  }

  @Test
  void the_history_begins_with_the_latest_and_ends_when_it_ended() throws Exception {
    apply("contoso-test", "first");
    lab.passMinutes(70);
    apply("contoso-test", "second");

    Lab.Answer history =
        lab.get(
            "/environmentinfo/v1/history/project/1234567/environment/"
                + lab.environment("contoso-test")
                + "/?page=1");

    assertThat(rows(history))
        .extracting(it -> (Object) it.get("Name"))
        .containsExactly("second", "first");
    assertThat(rows(history).get(1).get("EndDateTimeUtc")).isEqualTo("2026-11-22T10:16:00.0");
  }

  @Test
  void the_history_from_before_the_world_began_comes_last_in_pages() throws Exception {
    apply("contoso-uat", "Release%2042");

    List<Object> names = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      Lab.Answer answer = history("contoso-uat", page);
      assertThat(answer.json()).containsEntry("ResultHasMorePages", page < 3);
      rows(answer).forEach(it -> names.add(it.get("Name") + " " + it.get("Status")));
    }

    assertThat(names)
        .containsExactly(
            "Release 42 NotStarted",
            "Release 41 Completed",
            "Release 40 RollbackCompleted",
            "Dual-write Completed",
            "Release 39 Completed",
            "Release 39 Failed",
            "Refresh database Completed",
            "Release 38 Completed",
            "Release 37 Completed");
  }

  @Test
  void what_is_past_took_as_long_as_it_would_take_now() throws Exception {
    Map<?, ?> row = rows(history("contoso-uat", 1)).get(0);

    assertThat(row.get("Type")).isEqualTo("ApplicationHotfix");
    assertThat(row.get("StartDateTimeUtc")).isEqualTo("2026-11-01T10:15:00.0");
    assertThat(row.get("EndDateTimeUtc")).isEqualTo("2026-11-01T10:15:58.0");
  }

  @Test
  void an_end_is_never_before_the_start_when_the_time_scale_has_changed() throws Exception {
    apply("contoso-test", "first");
    lab.passMinutes(70);
    lab.emulator.world().changeTimeScale(1);

    Map<?, ?> row = rows(history("contoso-test", 1)).get(0);

    assertThat(row.get("StartDateTimeUtc")).isEqualTo("2026-11-22T10:15:00.0");
    assertThat(row.get("EndDateTimeUtc")).isEqualTo("2026-11-22T10:15:00.0");
  }

  @Test
  void the_history_of_an_unknown_environment_is_http_200_without_success() throws Exception {
    Lab.Answer answer =
        lab.get("/environmentinfo/v1/history/project/1234567/environment/nonsense/?page=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("IsSuccess", false);
  }

  private void apply(String environment, String name) throws Exception {
    lab.post(
        "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=%s"
            .formatted(lab.environment(environment), lab.asset("contoso-release-1.zip"), name),
        null);
  }

  private Lab.Answer history(String environment, int page) throws Exception {
    return lab.get(
        "/environmentinfo/v1/history/project/1234567/environment/%s/?page=%d"
            .formatted(lab.environment(environment), page));
  }

  private Lab.Answer list(String query) throws Exception {
    return lab.get("/environmentinfo/v1/detail/project/1234567/" + query);
  }

  private static List<Map<?, ?>> rows(Lab.Answer answer) {
    return ((List<?>) answer.json().get("Data"))
        .stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
  }

  private static Map<?, ?> row(Lab.Answer answer) {
    return rows(answer).get(0);
  }

  private static List<String> names(Lab.Answer answer) {
    return rows(answer).stream().map(it -> (String) it.get("EnvironmentName")).toList();
  }
}
