package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceAndFailureTest {
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
  void without_a_connection_the_command_says_how_to_make_one() {
    Outcome outcome = desk.run("asset", "list");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("error: there is no service connection", "lifeline connection create NAME");
    assertThat(desk.home).doesNotExist();
  }

  @Test
  void of_two_connections_one_has_to_be_chosen() {
    desk.store("contoso", "deploy", desk.password());
    desk.store("fabrikam", "deploy", desk.password());

    Outcome outcome = desk.run("asset", "list", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errorCode()).isEqualTo("CONNECTION_AMBIGUOUS");
    assertThat(outcome.error().get("why").toString()).contains("'contoso', 'fabrikam'");
    assertThat(desk.emulator.received().list()).isEmpty();
  }

  @Test
  void the_option_goes_before_the_variable() {
    desk.store("contoso", "deploy", desk.password());
    desk.store("fabrikam", "mfa", desk.password());
    desk.environment.put("LIFELINE_CONNECTION", "fabrikam");

    assertThat(desk.run("asset", "list", "-o", "json").errorCode()).isEqualTo("MFA_REQUIRED");
    desk.run("asset", "list", "--connection", "contoso").succeeded();
  }

  @Test
  void a_wrong_password_is_sent_once() {
    desk.store("contoso", "deploy", "wrong");

    Outcome outcome = desk.run("asset", "list", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errorCode()).isEqualTo("PASSWORD_WRONG");
    assertThat(desk.passwordsSent()).isEqualTo(1);
    assertThat(desk.received("lcs")).isEmpty();
  }

  @Test
  void lcs_that_cannot_be_reached_ends_with_code_5() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    desk.environment.putAll(
        Map.of(
            "LIFELINE_USERNAME",
            "deploy@contoso.example",
            "LIFELINE_PASSWORD",
            "p",
            "LIFELINE_CLIENT_ID",
            desk.at().clientId().toString(),
            "LIFELINE_AUTHENTICATION_ENDPOINT",
            "https://localhost:" + closed + "/organizations",
            "LIFELINE_API_ENDPOINT",
            "https://localhost:" + closed,
            "LIFELINE_PROJECT_ID",
            "1"));

    Outcome outcome = desk.run("asset", "list", "-q", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.errorCode()).isEqualTo("UNREACHABLE");
  }

  @Test
  void a_certificate_that_is_not_trusted_names_the_option_that_helps() {
    desk.store("contoso", "deploy", desk.password());
    desk.environment.remove("LIFELINE_CA_CERTIFICATE");

    Outcome outcome = desk.run("asset", "list", "-q");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.err()).contains("--ca-certificate FILE");
  }

  @Test
  void the_option_names_the_certificate_too() {
    desk.store("contoso", "deploy", desk.password());
    String file = desk.environment.remove("LIFELINE_CA_CERTIFICATE");

    desk.run("asset", "list", "--ca-certificate", file).succeeded();
  }

  @Test
  void throttling_that_does_not_end_is_given_up_with_code_5() {
    desk.store("contoso", "deploy", desk.password());
    desk.emulator
        .faults()
        .add(Fault.once("lcs", "GET", "", new FaultAction.Answer(429, Map.of(), "")).times(100));

    Outcome outcome = desk.run("asset", "list", "-q", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(5);
    assertThat(outcome.errorCode()).isEqualTo("THROTTLED");
  }

  @Test
  void a_page_in_the_place_of_json_is_no_fault_of_lifeline() {
    desk.store("contoso", "deploy", desk.password());
    desk.emulator.faults().add(Fault.once("lcs", "GET", "", FaultAction.Answer.html(200)));

    Outcome outcome = desk.run("asset", "list", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errorCode()).isEqualTo("LCS_ANSWER_UNREADABLE");
  }

  @Test
  void a_fault_of_lifeline_itself_ends_with_code_70_and_shows_its_trace_on_demand() {
    RecordingHost quiet = desk.host(new BrokenTime());
    RecordingHost verbose = desk.host(new BrokenTime());

    Outcome outcome = quiet.run("demo", "-o", "json");

    assertThat(outcome.exitCode()).isEqualTo(70);
    assertThat(outcome.errorCode()).isEqualTo("INTERNAL");
    assertThat(verbose.run("demo", "--verbose").err())
        .contains("error: Lifeline itself has a fault", "  at dev.lifeline.");
  }
}
