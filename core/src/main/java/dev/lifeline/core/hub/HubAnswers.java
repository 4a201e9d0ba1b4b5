package dev.lifeline.core.hub;

import dev.lifeline.core.model.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hub answers, as it comes. */
final class HubAnswers {
  private HubAnswers() {}

  /** A list. */
  record ConnectionsJson(@Nullable List<ConnectionJson> value) {}

  /** A connection that we may use. */
  record ConnectionJson(
      @Nullable String id,
      @Nullable String name,
      @Nullable String authenticationEndpoint,
      @Nullable String apiEndpoint,
      @Nullable String username,
      @Nullable String clientId) {}

  /** A token. */
  record TokenJson(
      @Nullable Secret accessToken, @Nullable String expires, @Nullable String apiEndpoint) {}

  /** A new key. */
  record RotationJson(int encryptedAgain) {}

  /** A refusal; with an error where it is one of Lifeline's problems. */
  record RefusalJson(@Nullable String message, @Nullable ErrorJson error) {}

  /** A problem, in the hub's words. */
  record ErrorJson(
      @Nullable String code,
      @Nullable String message,
      @Nullable String why,
      @Nullable List<String> fix,
      @Nullable String step,
      @Nullable Map<String, Object> details) {}
}
