package dev.lifeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Lab;
import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Proxy;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.time.SystemTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRouteTest {
  private static final String CREDENTIALS =
      Base64.getEncoder().encodeToString("me:can@ry".getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource({
    "lcs.dynamics.com, '', false",
    "lcs.dynamics.com, lcs.dynamics.com, true",
    "LCS.dynamics.com, ' lcs.DYNAMICS.com ', true",
    "lcs.dynamics.com, .dynamics.com, true",
    "lcs.dynamics.com, *.dynamics.com, true",
    "lcs.dynamics.com, dynamics.com, true",
    "notdynamics.com, dynamics.com, false",
    "lcs.dynamics.com, lcs, false",
    "lcs.dynamics.com, *, true",
    "localhost, '', true",
    "127.0.0.1, '', true"
  })
  void a_host_is_reached_directly_when_the_list_or_this_machine_says_so(
      String host, String entry, boolean direct) {
    ProxyRoute route = new ProxyRoute(new Proxy("proxy", 8080, null, null), List.of(entry));

    assertThat(route.isDirect(host)).isEqualTo(direct);
  }

  @Test
  void requests_go_through_the_proxy_with_name_and_password() throws Exception {
    try (TestProxy proxy = new TestProxy(1, CREDENTIALS);
        Transport transport = through(proxy, "me:can%40ry@", null, List.of())) {

      Answer answer = transport.send(Request.get(URI.create("http://lcs.invalid/a")));

      assertThat(answer.text()).isEqualTo("proxied");
    }
  }

  @Test
  void a_tunnel_is_opened_with_name_and_password_and_shows_the_proxy_nothing_else()
      throws Exception {
    try (Lab lab = new Lab();
        TestProxy proxy =
            new TestProxy(lab.emulator.addresses().apiEndpoint().getPort(), CREDENTIALS);
        Transport transport =
            through(proxy, "me:can%40ry@", lab.emulator.addresses().caCertificate(), List.of())) {
      Request request =
          Request.get(URI.create("https://lcs.invalid/secret-path"))
              .header("Authorization", "Bearer canary");

      Problem problem = Problems.of(() -> transport.send(request));

      // the tunnel led to the emulator, whose certificate is for another name
      assertThat(problem.code()).isEqualTo(ProblemCode.CERTIFICATE_UNTRUSTED);
      assertThat(proxy.heads)
          .last()
          .asString()
          .startsWith("CONNECT lcs.invalid:443 ")
          .contains(CREDENTIALS);
      assertThat(proxy.heads).asString().doesNotContain("canary", "secret-path");
    }
  }

  @Test
  void a_host_on_the_list_is_reached_without_the_proxy() throws Exception {
    try (TestProxy proxy = new TestProxy(1, null);
        Transport transport = through(proxy, "", null, List.of(".invalid"))) {

      Problem problem =
          Problems.of(() -> transport.send(Request.get(URI.create("http://lcs.invalid/"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
      assertThat(proxy.heads).isEmpty();
    }
  }

  @Test
  void the_proxys_password_goes_to_the_proxy_only() throws Exception {
    try (TestProxy proxy = new TestProxy(1, CREDENTIALS);
        Transport transport = through(proxy, "me:can%40ry@", null, List.of());
        RawServer direct =
            RawServer.answering(
                RawServer.answer(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""))) {
      transport.send(Request.get(URI.create("http://lcs.invalid/a")));

      Answer answer = transport.send(Request.get(direct.uri("/")));

      assertThat(answer.status()).isEqualTo(401);
      assertThat(direct.heads).singleElement().asString().doesNotContain("Authorization");
    }
  }

  @Test
  void a_proxy_that_wants_a_password_and_gets_none_answers_407() throws Exception {
    try (TestProxy proxy = new TestProxy(1, CREDENTIALS);
        Transport transport = through(proxy, "", null, List.of())) {

      Answer answer = transport.send(Request.get(URI.create("http://lcs.invalid/a")));

      assertThat(answer.status()).isEqualTo(407);
    }
  }

  @Test
  void a_proxy_that_does_not_answer_is_unreachable() throws Exception {
    TestProxy gone = new TestProxy(1, null);
    gone.close();
    try (Transport transport = through(gone, "", null, List.of())) {

      Problem problem =
          Problems.of(() -> transport.send(Request.get(URI.create("http://lcs.invalid/"))));

      assertThat(problem.code()).isEqualTo(ProblemCode.UNREACHABLE);
    }
  }

  private static Transport through(
      TestProxy proxy, String user, @Nullable Path caCertificate, List<String> direct) {
    Proxy address = Proxy.of("http://" + user + "127.0.0.1:" + proxy.port());
    return new JdkTransport(
        new NetworkSettings(caCertificate, address, direct),
        TimeLimits.DEFAULTS,
        new SystemTime(),
        Listener.NONE);
  }
}
