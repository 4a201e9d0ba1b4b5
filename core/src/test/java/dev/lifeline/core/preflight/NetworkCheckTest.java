package dev.lifeline.core.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ApiEndpoint;
import dev.lifeline.core.model.AuthenticationEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.preflight.CheckStep.Status;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {

  @Test
  void certificates_of_an_unknown_authority_are_told_for_each_host() throws Exception {
    try (CheckLab lab = new CheckLab()) {
      lab.network = NetworkSettings.DEFAULTS;

      List<CheckStep> steps = lab.run();

      assertThat(steps.subList(1, 3))
          .extracting(step -> code(step))
          .containsOnly(ProblemCode.CERTIFICATE_UNTRUSTED);
      assertThat(steps.subList(3, 11)).extracting(CheckStep::status).containsOnly(Status.SKIPPED);
      assertThat(lab.signIns()).isEmpty();
    }
  }

  @Test
  void an_lcs_that_is_not_there_leaves_the_sign_in_to_be_checked() throws Exception {
    try (CheckLab lab = new CheckLab()) {
      lab.api = ApiEndpoint.of("https://localhost:" + freePort());

      List<CheckStep> steps = lab.run();

      assertThat(code(CheckLab.step(steps, Prerequisite.NETWORK_LCS)))
          .isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(CheckLab.step(steps, Prerequisite.REALM).status()).isEqualTo(Status.PASSED);
      assertThat(CheckLab.step(steps, Prerequisite.LIFECYCLE_SERVICES).status())
          .isEqualTo(Status.SKIPPED);
    }
  }

  @Test
  void a_name_that_nobody_knows_is_told_as_such_and_soon() throws Exception {
    try (CheckLab lab = new CheckLab()) {
      lab.authority = AuthenticationEndpoint.of("https://login.invalid/organizations");
      lab.api = ApiEndpoint.of("https://lcsapi.invalid");

      List<CheckStep> steps = lab.run();

      assertThat(steps.subList(1, 3))
          .extracting(CheckStep::problem)
          .allSatisfy(
              problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
                assertThat(problem.why()).contains("DNS");
              });
      assertThat(lab.lab.time.elapsed()).isLessThan(Duration.ofSeconds(5));
      assertThat(steps.get(0).warning()).contains("no geography", "https://lcsapi.invalid");
    }
  }

  @Test
  void any_answer_proves_the_way_and_the_proxy_on_it_is_named() throws Exception {
    try (RawServer proxy = RawServer.answering(RawServer.answer(404, "", ""));
        Transport transport = through(proxy)) {

      Finding finding = probe(proxy, transport).of(URI.create("http://lcsapi.invalid/x/y"));

      assertThat(finding)
          .isEqualTo(
              Finding.of(
                  "lcsapi.invalid answers through the proxy 127.0.0.1:"
                      + proxy.port()
                      + "; not encrypted"));
      assertThat(proxy.heads).singleElement().asString().startsWith("GET http://lcsapi.invalid/ ");
    }
  }

  @Test
  void a_proxy_that_refuses_the_host_is_named() throws Exception {
    try (RawServer proxy = RawServer.answering(RawServer.answer(403, "", ""));
        Transport transport = through(proxy)) {

      Problem problem =
          Problems.of(() -> probe(proxy, transport).of(URI.create("https://lcsapi.invalid/")));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(problem.why()).isEqualTo("The proxy refuses to connect to it: HTTP 403.");
      assertThat(problem.details()).containsEntry("proxy", "127.0.0.1:" + proxy.port());
      assertThat(problem.fixes()).last().asString().contains("127.0.0.1:" + proxy.port());
    }
  }

  @Test
  void a_proxy_that_wants_a_password_is_told_as_such() throws Exception {
    String refusal = RawServer.answer(407, "Proxy-Authenticate: Basic realm=\"p\"\r\n", "");
    try (RawServer proxy = RawServer.answering(refusal);
        Transport transport = through(proxy)) {

      Problem problem =
          Problems.of(() -> probe(proxy, transport).of(URI.create("https://lcsapi.invalid/")));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(problem.message()).contains("proxy does not accept");
    }
  }

  private static ProblemCode code(CheckStep step) {
    Problem problem = step.problem();
    assertThat(problem).as(step.toString()).isNotNull();
    return problem.code();
  }

  private static NetworkProbe probe(RawServer proxy, Transport transport) {
    return new NetworkProbe(transport, settings(proxy));
  }

  private static Transport through(RawServer proxy) {
    ManualTime time = new ManualTime(Instant.EPOCH);
    return new RetryingTransport(
        new JdkTransport(settings(proxy), TimeLimits.DEFAULTS, time, Listener.NONE),
        new Retries(RetryPolicy.IMPATIENT, time, new Random(1), Listener.NONE));
  }

  private static NetworkSettings settings(RawServer proxy) {
    return new NetworkSettings(null, Proxy.of("http://127.0.0.1:" + proxy.port()), List.of());
  }

  /** A port that nobody listens at, as likely as can be. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
