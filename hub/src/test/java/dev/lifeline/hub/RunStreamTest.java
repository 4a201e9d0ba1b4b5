package dev.lifeline.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.hub.store.DatabaseKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a run as they come. */
class RunStreamTest {
  private RunLab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new RunLab(DatabaseKind.H2);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void a_stream_tells_all_events_up_to_the_end_and_ends() throws Exception {
    String run = lab.start(lab.deployment("contoso-test", "streamed"));

    HttpResponse<String> stream = stream(run, Map.of());

    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    List<String> kinds = lines(stream, "event: ");
    assertThat(kinds).startsWith("created", "started", "step-started").endsWith("ended");
    assertThat(kinds).contains("state-changed");
  }

  @Test
  void a_stream_goes_on_behind_the_event_that_was_seen_last() throws Exception {
    String run = lab.start(lab.deployment("contoso-production", "cut"));
    List<String> all = lines(stream(run, Map.of()), "id: ");
    String second = all.get(1);

    HttpResponse<String> resumed = stream(run, Map.of("Last-Event-ID", second));

    assertThat(lines(resumed, "id: ")).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void a_client_that_has_seen_the_end_is_told_not_to_come_again() throws Exception {
    String run = lab.start(lab.deployment("contoso-production", "over"));
    List<String> all = lines(stream(run, Map.of()), "id: ");

    HttpResponse<String> again = stream(run, Map.of("Last-Event-ID", all.get(all.size() - 1)));

    assertThat(again.statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> stream(String run, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(lab.hub.url() + "/api/v1/runs/" + run + "/events"))
            .header("Authorization", "Bearer " + lab.administrator)
            .header("Accept", "text/event-stream");
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> lines(HttpResponse<String> stream, String prefix) {
    return stream
        .body()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }
}
