package dev.lifeline.hub.webhook;

import dev.lifeline.core.json.Json;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.WebhookEvent;
import dev.lifeline.hub.model.WebhookFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a webhook is told, in the form that it wants. */
final class Message {
  /** What Markdown in a card would take for something else than text. */
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+!<>|~-]");

  private Message() {}

  /** That something happened to a run. */
  static String of(WebhookFormat format, WebhookEvent event, Run run, RunEvent happened) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("runId", run.id().toString());
    data.put("number", run.number());
    data.put("name", run.name());
    data.put("state", state(event, run));
    data.put("connectionId", run.place().connection().toString());
    data.put("hubProjectId", run.place().project().toString());
    data.put("projectId", run.place().lcsProject());
    data.put("eventNumber", happened.number());
    data.put("step", happened.step());
    data.put("text", happened.text());
    return format == WebhookFormat.TEAMS
        ? card(title(event, run), happened.text(), facts(event, run))
        : envelope("run." + event.id(), happened.happened(), data);
  }

  /** That somebody tries it. */
  static String test(WebhookFormat format, Instant now) {
    String text = "This is a test of a webhook of the Lifeline hub.";
    return format == WebhookFormat.TEAMS
        ? card("Test", text, Map.of())
        : envelope("test", now, Map.of("text", text));
  }

  /** By the time that it is sent, the run may stand elsewhere; only its end is for good. */
  private static String state(WebhookEvent event, Run run) {
    return switch (event) {
      case START -> "running";
      case STUCK -> "stuck";
      case END, TEST -> run.state().id();
    };
  }

  private static String title(WebhookEvent event, Run run) {
    return switch (event) {
      case START -> run.name() + " begins";
      case STUCK -> run.name() + " does not get on";
      case END, TEST -> run.name() + ": " + run.state().id();
    };
  }

  private static Map<String, String> facts(WebhookEvent event, Run run) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("State", state(event, run));
    facts.put("LCS project", run.place().lcsProject());
    facts.put("Run", run.id().toString());
    return facts;
  }

  private static String envelope(String type, Instant at, Map<String, ?> data) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("timestamp", at.toString());
    json.put("data", data);
    return Json.write(json);
  }

  /** As the workflow "when a Teams webhook request is received" takes it. */
  private static String card(String title, String text, Map<String, String> facts) {
    List<Object> body = new ArrayList<>();
    body.add(block(title, Map.of("size", "Medium", "weight", "Bolder")));
    body.add(block(text, Map.of()));
    if (!facts.isEmpty()) {
      body.add(
          Map.of(
              "type",
              "FactSet",
              "facts",
              facts.entrySet().stream()
                  .map(each -> Map.of("title", each.getKey(), "value", plain(each.getValue())))
                  .toList()));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    content.put("type", "AdaptiveCard");
    content.put("version", "1.4");
    content.put("body", body);
    Map<String, @Nullable Object> attachment = new LinkedHashMap<>();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.put("contentUrl", null);
    attachment.put("content", content);
    return Json.write(Map.of("type", "message", "attachments", List.of(attachment)));
  }

  private static Map<String, Object> block(String text, Map<String, String> look) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "TextBlock");
    block.put("text", plain(text));
    block.put("wrap", true);
    block.putAll(look);
    return block;
  }

  private static String plain(String text) {
    return MARKDOWN.matcher(text).replaceAll("\\\\$0");
  }
}
