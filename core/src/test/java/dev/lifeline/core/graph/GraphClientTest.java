package dev.lifeline.core.graph;

import static dev.lifeline.core.RawServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.core.Problems;
import dev.lifeline.core.RawServer;
import dev.lifeline.core.entra.AccessToken;
import dev.lifeline.core.event.Listener;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Retries;
import dev.lifeline.core.http.RetryPolicy;
import dev.lifeline.core.http.RetryingTransport;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.ClientId;
import dev.lifeline.core.model.GraphEndpoint;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.core.testing.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClientTest {
  private static final ClientId ID = new ClientId("913c6de4-2a4a-4a61-a9ce-945d2b2ce2e0");
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String OBJECT = "{\"id\":\"o-1\",\"appId\":\"" + ID + "\"}";
  private static final String REFUSAL =
      "{\"error\":{\"code\":\"Request_BadRequest\",\"message\":\"Property appId is invalid.\"}}";

  private final ManualTime time = new ManualTime(START);
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable RawServer server;

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void a_refusal_keeps_graphs_own_words_and_the_request_id() throws Exception {
    GraphClient graph = graph(answer(400, "request-id: r-1\r\n", REFUSAL));

    Problem problem = Problems.of(() -> graph.createServicePrincipal(ID));

    assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_REFUSED);
    assertThat(problem.message()).endsWith(": Property appId is invalid.");
    assertThat(problem.details())
        .containsEntry("requestId", "r-1")
        .containsEntry("graphCode", "Request_BadRequest")
        .containsEntry("status", 400);
  }

  @Test
  void whoever_lacks_the_right_is_told_which_role_and_permission_suffice() throws Exception {
    GraphClient graph = graph(answer(403, "", REFUSAL));

    Problem problem = Problems.of(() -> graph.createApplication("LCS", ApplicationSettings.NONE));

    assertThat(problem.code()).isEqualTo(ProblemCode.ADMINISTRATOR_NEEDED);
    assertThat(problem.message())
        .isEqualTo("the account that signed in may not register the application 'LCS'");
    assertThat(problem.why())
        .contains("Cloud Application Administrator")
        .contains("Application.ReadWrite.All");
  }

  @Test
  void what_is_not_there_is_no_failure_for_those_who_look() throws Exception {
    GraphClient graph = graph(answer(404, "", REFUSAL));

    assertThat(graph.application(ID)).isEmpty();
    assertThat(graph.servicePrincipal(ID)).isEmpty();
    assertThat(graph.user("nobody@contoso.com")).isEmpty();
    assertThat(graph.domainAuthentication("contoso.com")).isEmpty();
  }

  @Test
  void what_is_not_there_cannot_be_changed() throws Exception {
    GraphClient graph = graph(answer(404, "", REFUSAL));
    var grant = new PermissionGrant("c", "r", null, "s");

    Problem problem =
        Problems.of(() -> graph.widen(new PermissionGrant.Existing("g-1", grant), "s t"));

    assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_REFUSED);
  }

  @Test
  void a_throttled_request_waits_as_long_as_graph_asks() throws Exception {
    GraphClient graph = graph(answer(429, "Retry-After: 17\r\n", ""), answer(201, "", OBJECT));

    ServicePrincipal created = graph.createServicePrincipal(ID);

    assertThat(created.id()).isEqualTo("o-1");
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void throttling_without_end_is_given_up() throws Exception {
    GraphClient graph = graph(answer(429, "Retry-After: 120\r\n", ""));

    assertThat(Problems.of(() -> graph.application(ID)).code()).isEqualTo(ProblemCode.THROTTLED);
  }

  @Test
  void what_creates_something_is_not_sent_twice_after_a_fault_of_graph() throws Exception {
    GraphClient graph = graph(answer(503, "", ""));

    Problem problem = Problems.of(() -> graph.createApplication("LCS", ApplicationSettings.NONE));

    assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
    assertThat(heads()).hasSize(1);
  }

  @Test
  void a_password_is_sent_once_and_never_shown() throws Exception {
    GraphClient graph = graph(answer(503, "", ""));

    Problem problem =
        Problems.of(() -> graph.changePassword(Secret.of("old-pass"), Secret.of("new-pass")));

    assertThat(heads()).hasSize(1);
    assertThat(problem.toString()).doesNotContain("old-pass").doesNotContain("new-pass");
  }

  @Test
  void a_new_application_is_waited_for_until_the_replicas_know_it() throws Exception {
    String unknown = answer(400, "", REFUSAL);
    GraphClient graph = graph(unknown, unknown, unknown, answer(201, "", OBJECT));

    ServicePrincipal created = graph.createServicePrincipalOfNew(ID);

    assertThat(created.id()).isEqualTo("o-1");
    assertThat(heads()).hasSize(4);
  }

  @Test
  void replicas_are_waited_for_no_longer_than_a_minute() throws Exception {
    GraphClient graph = graph(answer(404, "", REFUSAL));

    Problem problem = Problems.of(() -> graph.grant(new PermissionGrant("c", "r", null, "s")));

    assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_REFUSED);
    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(40), Duration.ofMinutes(1));
  }

  @Test
  void a_list_goes_on_over_its_pages() throws Exception {
    GraphClient graph =
        graphOf(
            port ->
                List.of(
                    page(OBJECT, "http://127.0.0.1:" + port + "/v1.0/applications?$skiptoken=2"),
                    answer(200, "", "{\"value\":[" + OBJECT + "]}")));

    assertThat(graph.applicationsNamed("LCS")).hasSize(2);
    assertThat(heads().get(1)).startsWith("GET /v1.0/applications?$skiptoken=2 ");
  }

  @Test
  void the_token_follows_no_page_to_another_address() throws Exception {
    GraphClient graph = graph(page(OBJECT, "https://example.com/v1.0/applications"));

    Problem problem = Problems.of(() -> graph.applicationsNamed("LCS"));

    assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_REFUSED);
    assertThat(problem.message()).contains("another address");
  }

  @Test
  void a_name_with_a_quote_is_looked_for_as_it_is() throws Exception {
    GraphClient graph = graph(answer(200, "", "{\"value\":[]}"));

    assertThat(graph.applicationsNamed("O'Brien & Co")).isEmpty();
    assertThat(heads().get(0)).contains("$filter=displayName%20eq%20%27O%27%27Brien%20%26%20Co%27");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>sign in</html>", "{}", "{\"id\":\"o-1\",\"appId\":\"x\"}"})
  void an_answer_of_somebody_else_cannot_be_read(String body) throws Exception {
    GraphClient graph = graph(answer(200, "", body));

    Problem problem = Problems.of(() -> graph.application(ID));

    assertThat(problem.code()).isEqualTo(ProblemCode.GRAPH_REFUSED);
    assertThat(problem.message()).contains("cannot be read");
  }

  @Test
  void each_request_carries_the_token_and_an_id_of_its_own() throws Exception {
    GraphClient graph = graph(answer(404, "", REFUSAL));

    graph.application(ID);

    assertThat(heads().get(0))
        .startsWith("GET /v1.0/applications(appId='" + ID + "') ")
        .containsIgnoringCase("authorization: Bearer the-token")
        .containsPattern("(?i)client-request-id: [0-9a-f-]{36}");
  }

  private interface Script {
    List<String> answers(int port);
  }

  private GraphClient graph(String... answers) throws IOException {
    return graphOf(port -> List.of(answers));
  }

  private GraphClient graphOf(Script script) throws IOException {
    RawServer[] itself = new RawServer[1];
    RawServer raw =
        new RawServer(
            (number, head, out) -> {
              List<String> answers = script.answers(itself[0].port());
              RawServer.write(out, answers.get(Math.min(number, answers.size() - 1)));
            });
    itself[0] = raw;
    this.server = raw;
    Retries retries = new Retries(RetryPolicy.DEFAULTS, time, new Random(1), Listener.NONE);
    Transport transport =
        new RetryingTransport(
            new JdkTransport(NetworkSettings.DEFAULTS, TimeLimits.DEFAULTS, time, Listener.NONE),
            retries);
    open.add(transport);
    open.add(raw);
    return new GraphClient(
        new GraphEndpoint(raw.uri("")),
        new OneToken(new AccessToken(Secret.of("the-token"), START, START.plusSeconds(3_600))),
        transport,
        retries,
        UUID::randomUUID);
  }

  private List<String> heads() {
    if (server == null) {
      throw new IllegalStateException("no server yet");
    }
    return server.heads;
  }

  private static String page(String row, String next) {
    return answer(200, "", "{\"value\":[" + row + "],\"@odata.nextLink\":\"" + next + "\"}");
  }
}
