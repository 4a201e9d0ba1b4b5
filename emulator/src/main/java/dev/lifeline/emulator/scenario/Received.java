package dev.lifeline.emulator.scenario;

import java.time.Instant;
import java.util.Map;

/**
 * One request as it was received and answered, without any secret.
 *
 * @param at when it arrived
 * @param service entra, lcs, graph or blob
 * @param method its method
 * @param path its raw path
 * @param query its raw query, with the values of signatures and secrets replaced by {@code ***}
 * @param headers its headers, the value of Authorization replaced by {@code ***}
 * @param form the fields of a sign-in that hold no secret, empty for all other requests
 * @param status the status of the answer, 0 if there was none
 * @param requestBytes the length of its body, as announced
 * @param replyBytes the length of the answer's body
 * @param fault the fault that hit it, empty for none
 */
public record Received(
    Instant at,
    String service,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    Map<String, String> form,
    int status,
    long requestBytes,
    long replyBytes,
    String fault) {

  /** Takes copies of the maps. */
  public Received {
    headers = Map.copyOf(headers);
    form = Map.copyOf(form);
  }
}
