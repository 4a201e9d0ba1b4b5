package dev.lifeline.core;

import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.text.ForeignText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs of others what happened, in JSON: each message once, with little patience, since
 * whoever sends it knows when to try again. Redirections are not followed. Thread-safe; closing
 * ends its threads.
 */
public final class JsonPosts implements AutoCloseable {
  private static final TimeLimits LIMITS =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5));
  private static final int LONGEST_ANSWER = 1024;

  private final Transport transport;

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
   * A message.
   *
   * @param method POST, PUT or PATCH
   * @param address where to; it may hold a signature, which is not shown
   * @param authorization the value of the header of that name, or null for none
   * @param headers others; none of them a secret
   * @param json what it says
   */
  public record Message(
      String method,
      URI address,
      @Nullable Secret authorization,
      Map<String, String> headers,
      String json) {
    public Message {
      headers = Map.copyOf(headers);
    }

    private Request request() {
      Request request =
          new Request(method, address, Map.of(), Body.json(json), Repeat.BY_THE_SENDER)
              .header("Accept", "application/json");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        request = request.header(header.getKey(), header.getValue());
      }
      return authorization == null
          ? request
          : request.header("Authorization", authorization.reveal());
    }
  }

  /**
   * What came back.
   *
   * @param status the HTTP status, whichever it is
   * @param text the first 1,024 bytes of the body on one line, harmless to print
   */
  public record Receipt(int status, String text) {}

  /**
   * Sends a message.
   *
   * @throws LifelineException of kind GAVE_UP when nobody answers in time; INTERRUPTED
   */
  public Receipt send(Message message) {
    return transport.receive(
        message.request(),
        (head, body) -> {
          String text = new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
          return new Receipt(head.status(), ForeignText.line(text.replace('\n', ' ').strip()));
        });
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    transport.close();
  }
}
