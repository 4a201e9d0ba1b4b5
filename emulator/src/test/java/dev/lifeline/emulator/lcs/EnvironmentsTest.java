package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    assertThat(first.json())
        .containsEntry("IsSuccess", true)
        .containsEntry("ResultPageCurrent", 1)
        .containsEntry("ResultHasMorePages", true);
    assertThat(second.json()).containsEntry("ResultHasMorePages", false);
    assertThat(names(first)).containsExactly("contoso-test", "contoso-uat", "contoso-production");
    assertThat(names(second)).containsExactly("contoso-build");
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
    apply("first");
    lab.passMinutes(70);
    apply("second");

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
  void the_history_of_an_unknown_environment_is_http_200_without_success() throws Exception {
    Lab.Answer answer =
        lab.get("/environmentinfo/v1/history/project/1234567/environment/nonsense/?page=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("IsSuccess", false);
  }

  private void apply(String name) throws Exception {
    lab.post(
        "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=%s"
            .formatted(lab.environment("contoso-test"), lab.asset("contoso-release-1.zip"), name),
        null);
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
