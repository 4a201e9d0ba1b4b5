package dev.lifeline.core;

import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.text.ForeignText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON to programs of others that want to hear of something: once, without following a
 * redirect, and with little patience. Thread-safe; closing ends its threads.
 */
public final class JsonPosts implements AutoCloseable {
  private static final TimeLimits LIMITS =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5));
  private static final int LONGEST_ANSWER = 1024;

  private final JdkTransport transport;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public JsonPosts(NetworkSettings network, Surroundings surroundings) {
    this.transport =
        new JdkTransport(network, LIMITS, surroundings.time(), surroundings.listener());
  }

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param text the first 1,024 bytes of the body on one line, harmless to print
   */
  public record Receipt(int status, String text) {}

  /**
   * Sends something once, with another method than POST, or with a secret.
   *
   * @param address may hold a signature, which is not shown
   * @param authorization the value of the header of that name
   * @throws LifelineException when nobody answers in time
   */
  public Receipt send(String method, URI address, Secret authorization, String json) {
    return sent(
        new Request(method, address, Map.of(), Body.json(json), Repeat.BY_THE_SENDER)
            .header("Authorization", authorization.reveal()));
  }

  /**
   * Sends it once.
   *
   * @param address may hold a signature, which is not shown
   * @throws LifelineException when nobody answers in time
   */
  public Receipt post(URI address, Map<String, String> headers, String json) {
    Request request = Request.post(address, Body.json(json));
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    return sent(request);
  }

  private Receipt sent(Request request) {
    return transport.receive(
        request,
        (head, body) -> {
          String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
          return new Receipt(head.status(), ForeignText.line(text.replace('\n', ' ').strip()));
        });
  }

  @Override
  public void close() {
    transport.close();
  }
}
