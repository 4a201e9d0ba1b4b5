package dev.lifeline.emulator.lcs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.Lab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

  private final Lab lab;

  PowerTest() throws Exception {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_customer_managed_environment_is_stopped_and_started_again() throws Exception {
    String before = look();
    power("stop", "contoso-dev");
    String stopping = look();
    lab.passMinutes(5);
    String stopped = look();
    power("start", "contoso-dev");
    String starting = look();
    lab.passMinutes(5);
    String started = look();

    assertThat(List.of(before, stopping, stopped, starting, started))
        .containsExactly(
            "Deployed false true",
            "Stopping false false",
            "Stopped true false",
            "Starting false false",
            "Deployed false true");
  }

  @Test
  void what_is_stopped_cannot_be_stopped() throws Exception {
    power("stop", "contoso-dev");
    lab.passMinutes(5);

    Lab.Answer again = power("stop", "contoso-dev");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("ErrorMessage")).contains("is already stopped");
  }

  @Test
  void what_is_started_can_be_started_and_nothing_happens() throws Exception {
    assertThat(power("start", "contoso-dev").json()).containsEntry("IsSuccess", true);
    assertThat(lab.emulator.world().lifecycle().operations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop"})
  void whoever_is_on_the_way_cannot_be_asked_again(String verb) throws Exception {
    power("stop", "contoso-dev");

    assertThat(power(verb, "contoso-dev").text("ErrorMessage"))
        .contains("already undergoing another operation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso-test", "contoso-onprem"})
  void what_the_customer_does_not_manage_is_refused(String environment) throws Exception {
    assertThat(power("stop", environment).text("ErrorMessage")).contains("not customer-managed");
    assertThat(power("start", environment).text("ErrorMessage")).contains("not customer-managed");
  }

  @Test
  void a_reader_stops_nothing() throws Exception {
    Lab.Answer answer =
        lab.post(
            "/environment/v1/stop/project/1234567/environment/" + lab.environment("contoso-dev"),
            null,
            lab.token("reader"));

    assertThat(answer.text("ErrorMessage")).contains("Environment manager role");
  }

  @Test
  void what_is_stopped_takes_no_package() throws Exception {
    power("stop", "contoso-dev");
    lab.passMinutes(5);

    Lab.Answer answer =
        lab.post(
            "/environment/v2/applyupdate/project/1234567/environment/%s/asset/%s?updateName=x"
                .formatted(lab.environment("contoso-dev"), lab.asset("contoso-release-1.zip")),
            null);

    assertThat(answer.text("ErrorMessage")).contains("is stopped");
  }

  @Test
  void a_stop_that_fails_stops_nothing() throws Exception {
    lab.order("/outcomes", Map.of("outcome", "fails"));
    power("stop", "contoso-dev");
    lab.passMinutes(5);

    assertThat(look()).isEqualTo("Deployed false true");
  }

  private Lab.Answer power(String verb, String environment) throws Exception {
    return lab.post(
        "/environment/v1/%s/project/1234567/environment/%s"
            .formatted(verb, lab.environment(environment)),
        null);
  }

  private String look() throws Exception {
    Lab.Answer answer =
        lab.get("/environmentinfo/v1/detail/project/1234567/?environmentName=contoso-dev");
    Map<?, ?> row = (Map<?, ?>) ((List<?>) answer.json().get("Data")).get(0);
    return row.get("DeploymentStatusDisplay")
        + " "
        + row.get("CanStart")
        + " "
        + row.get("CanStop");
  }
}
