package dev.lifeline.emulator.admin;

import dev.lifeline.emulator.json.Fields;
import dev.lifeline.emulator.scenario.Fault;
import dev.lifeline.emulator.scenario.FaultAction;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Faults as JSON, both ways. */
final class FaultOrders {

  private static final Set<String> SERVICES = Set.of("entra", "lcs", "other-lcs", "graph", "blob");
  private static final Set<String> FIELDS =
      Set.of(
          "service",
          "method",
          "path",
          "skip",
          "times",
          "action",
          "status",
          "headers",
          "body",
          "bytes",
          "milliseconds");

  private FaultOrders() {}

  static Fault read(Body order) {
    order.allowing(FIELDS);
    String service = order.text("service");
    if (!SERVICES.contains(service)) {
      throw new IllegalArgumentException("\"service\" is entra, lcs, other-lcs, graph or blob");
    }
    @Nullable Pattern path = order.findText("path").map(Pattern::compile).orElse(null);
    return new Fault(
        service,
        order.findText("method").orElse(null),
        path,
        order.count("skip", 0),
        order.count("times", 1),
        action(order));
  }

  private static FaultAction action(Body order) {
    String action = order.text("action");
    return switch (action) {
      case "answer" ->
          new FaultAction.Answer(
              order.count("status", 500),
              order.texts("headers"),
              order.findText("body").orElse(""));
      case "html" -> FaultAction.Answer.html(order.count("status", 200));
      case "cut" -> new FaultAction.CutBefore();
      case "lose-answer" -> new FaultAction.LoseAnswer();
      case "truncate" -> new FaultAction.Truncate(order.count("bytes", 0));
      case "delay" -> new FaultAction.Delay(Duration.ofMillis(order.count("milliseconds", 1000)));
      default ->
          throw new IllegalArgumentException(
              "\"action\" is answer, html, cut, lose-answer, truncate or delay");
    };
  }

  static Fields write(Fault fault) {
    Pattern path = fault.path();
    return Fields.of("service", fault.service())
        .with("method", fault.method())
        .with("path", path == null ? null : path.pattern())
        .with("skip", fault.skip())
        .with("times", fault.times())
        .with(fault.action().describe());
  }
}
