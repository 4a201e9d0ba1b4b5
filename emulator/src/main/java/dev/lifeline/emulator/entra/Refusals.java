package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.json.Json;
import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import dev.lifeline.emulator.world.Guid;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes refusals in the shape of Entra ID's error bodies. */
final class Refusals {

  private static final String RETRY_AFTER_SECONDS = "5";
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String authority;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  Refusals(String authority, InstantSource clock, Supplier<UUID> ids) {
    this.authority = authority;
    this.clock = clock;
    this.ids = ids;
  }

  Reply reply(Call call, RefusedException refused, boolean v1) throws IOException {
    Catalogue.Entry reason = refused.reason();
    String trace = ids.get().toString();
    String correlation = correlationId(call).orElseGet(ids).toString();
    String timestamp = TIMESTAMP.format(clock.instant());
    Fields body =
        Fields.of("error", refused.error(v1))
            .with(
                "error_description",
                "%s Trace ID: %s Correlation ID: %s Timestamp: %s"
                    .formatted(refused.description(), trace, correlation, timestamp))
            .with("error_codes", List.of(reason.code()))
            .with("timestamp", timestamp)
            .with("trace_id", trace)
            .with("correlation_id", correlation)
            .with("error_uri", authority + "/error?code=" + reason.code());
    String suberror = reason.suberror();
    if (suberror != null) {
      body = body.with("suberror", suberror);
    }
    if (reason.claims()) {
      body = body.with("claims", claims());
    }
    Reply reply = Reply.status(reason.status()).json(body.tree()).header("x-ms-request-id", trace);
    return reason.retryAfter() ? reply.header("Retry-After", RETRY_AFTER_SECONDS) : reply;
  }

  /** The policy that a client would hand to an interactive sign-in; JSON within JSON. */
  private String claims() {
    Fields policy = Fields.of("essential", true).with("values", List.of(ids.get().toString()));
    return Json.write(Fields.of("access_token", Fields.of("capolids", policy)).tree());
  }

  /** MSAL for Java sends it as a header, MSAL for JavaScript in query and body. */
  private static Optional<UUID> correlationId(Call call) throws IOException {
    Optional<String> sent = call.header("client-request-id");
    if (sent.isEmpty()) {
      sent = Optional.ofNullable(call.queryParameters().get("client-request-id"));
    }
    if (sent.isEmpty()) {
      sent = Optional.ofNullable(TokenRequest.formOf(call).get("client-request-id"));
    }
    return sent.flatMap(Guid::parse);
  }
}
