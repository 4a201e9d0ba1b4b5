package dev.lifeline.core;

import dev.lifeline.core.http.Answer;
import dev.lifeline.core.http.Body;
import dev.lifeline.core.http.Repeat;
import dev.lifeline.core.http.Request;
import dev.lifeline.core.http.Transport;
import dev.lifeline.core.model.NetworkSettings;
import dev.lifeline.core.model.Secret;
import dev.lifeline.core.problem.LifelineException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells other services what happened, in JSON. Each message is sent once: whoever sends it knows
 * when to try again. Redirections are not followed. Thread-safe; closing ends its threads.
 */
public final class JsonPosts implements AutoCloseable {
  private final Transport transport;

  /**
   * Sends nothing yet.
   *
   * @throws LifelineException when the CA certificate file cannot be used
   */
  public JsonPosts(NetworkSettings network, Surroundings surroundings) {
    this.transport = Connectivity.of(network, surroundings).direct();
  }

  /**
   * A message.
   *
   * @param method POST, PUT or PATCH
   * @param address where to
   * @param authorization the value of the header of that name, or null for none
   * @param json what it says
   */
  public record Message(String method, URI address, @Nullable Secret authorization, String json) {}

  /**
   * Sends a message.
   *
   * @return the status of the answer, whichever it is
   * @throws LifelineException of kind GAVE_UP when there is no answer; INTERRUPTED
   */
  public int send(Message message) {
    Request request =
        new Request(
                message.method(),
                message.address(),
                Map.of(),
                Body.json(message.json()),
                Repeat.BY_THE_SENDER)
            .header("Accept", "application/json");
    Secret authorization = message.authorization();
    Answer answer =
        transport.send(
            authorization == null
                ? request
                : request.header("Authorization", authorization.reveal()));
    return answer.status();
  }

  /** Ends its threads; what is under way fails. */
  @Override
  public void close() {
    transport.close();
  }
}
