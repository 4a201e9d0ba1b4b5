package dev.lifeline.emulator.blob;

import dev.lifeline.emulator.server.Call;
import dev.lifeline.emulator.server.Reply;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What every answer of the service has in common, and how it refuses. */
final class BlobReplies {
  private static final String REQUEST_ID = "x-ms-request-id";
  private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";
  private static final String VERSION = "x-ms-version";
  private static final int MOST_CHARACTERS = 1024;

  private final InstantSource time;
  private final RandomGenerator random;

  BlobReplies(InstantSource time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** The answer with the headers that all answers carry. */
  Reply complete(Call call, Reply reply) {
    Reply answer =
        reply
            .header(REQUEST_ID, reply.headers().getOrDefault(REQUEST_ID, newId()))
            .header(VERSION, version(call));
    String clientId = call.header(CLIENT_REQUEST_ID).orElse("");
    return clientId.isEmpty() || clientId.length() > MOST_CHARACTERS
        ? answer
        : answer.header(CLIENT_REQUEST_ID, clientId);
  }

  /** The code as header and, with its explanation, as XML. */
  Reply refusal(BlobRefusedException refusal) {
    BlobError error = refusal.error();
    String id = newId();
    Reply reply =
        Reply.status(error.status()).header("x-ms-error-code", error.code()).header(REQUEST_ID, id);
    String contentRange = refusal.contentRange();
    if (contentRange != null) {
      reply = reply.header("Content-Range", contentRange);
    }
    return error == BlobError.NOT_MODIFIED
        ? reply
        : reply.text("application/xml", xml(refusal, id));
  }

  private String xml(BlobRefusedException refusal, String id) {
    BlobError error = refusal.error();
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error>");
    append(xml, "Code", error.code());
    append(
        xml, "Message", "%s\nRequestId:%s\nTime:%s".formatted(error.message(), id, time.instant()));
    for (Map.Entry<String, String> detail : refusal.details().entrySet()) {
      append(xml, detail.getKey(), detail.getValue());
    }
    return xml.append("</Error>").toString();
  }

  private static void append(StringBuilder xml, String element, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append("<%s>%s</%s>".formatted(element, escaped, element));
  }

  /** The version of the request: its header, or that of its SAS. */
  private static String version(Call call) {
    return call.header(VERSION)
        .orElseGet(() -> call.queryParameters().getOrDefault("sv", SasSigner.VERSION));
  }

  private String newId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
