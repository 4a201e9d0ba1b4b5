package dev.lifeline.core;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.JdkTransport;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.TimeLimits;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.problem.LifelineException;
import java.net.URI;
import java.util.Map;

/**
 * Calls of services that Lifeline has no words for, over the network as it is set up: for front
 * ends that speak a protocol of their own. Each is sent once, and redirects are not followed.
 * Thread-safe; closing ends its threads.
 */
public final class WebCalls implements AutoCloseable {
  private final Transport transport;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public WebCalls(NetworkSettings network, Surroundings surroundings) {
    this.transport =
        new JdkTransport(
            network, TimeLimits.DEFAULTS, surroundings.time(), surroundings.listener());
  }

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param text the body; may hold a token
   */
  public record Returned(int status, String text) {
    /** Whether the status is 2xx. */
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }

  /**
   * Gets JSON.
   *
   * @throws LifelineException of kind GAVE_UP when nobody answers
   */
  public Returned get(URI address) {
    return send(Request.get(address));
  }

  /**
   * Sends a form.
   *
   * @throws LifelineException of kind GAVE_UP when nobody answers
   */
  public Returned post(URI address, Map<String, String> fields) {
    return send(Request.post(address, Body.form(fields)));
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    transport.close();
  }

  private Returned send(Request request) {
    Answer answer = transport.send(request.header("Accept", "application/json"));
    return new Returned(answer.status(), answer.text());
  }
}
