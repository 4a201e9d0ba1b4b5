package dev.lifeline.tasks.snippet;

import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.When;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task with what somebody filled in, which is used through a connection of a hub. An input is one
 * line: control characters in a value become blanks.
 *
 * @param values by the names of inputs as the definition spells them; blank ones are not given
 * @param source whose connection it uses
 */
public record FilledStep(TaskDefinition task, Map<String, String> values, Source source) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

  public FilledStep {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Input input : task.inputs()) {
      String line = CONTROL.matcher(values.getOrDefault(input.name(), "")).replaceAll(" ").strip();
      if (!line.isEmpty()) {
        lines.put(input.name(), line);
      }
    }
    values = Map.copyOf(lines);
  }

  /**
   * A connection of a hub.
   *
   * @param hub the hub's address
   * @param connection its name or its id, or null while none is chosen
   */
  public record Source(URI hub, @Nullable String connection) {}

  /** What counts for an input: what is given, else its default, else nothing. */
  public String value(Input input) {
    return values.getOrDefault(input.name(), Objects.requireNonNullElse(input.otherwise(), ""));
  }

  /** Whether an input has any meaning beside the others. */
  public boolean matters(Input input) {
    @Nullable When when = input.when();
    if (input.type() == InputType.CONNECTION) {
      return false;
    }
    return when == null
        || task.input(when.input()).map(other -> when.values().contains(value(other))).orElse(true);
  }

  /** What is needed and not there yet. */
  public List<Input> missing() {
    return task.inputs().stream()
        .filter(this::matters)
        .filter(input -> input.required() && value(input).isEmpty())
        .toList();
  }

  /** What is worth writing, in the order of the definition: not what counts anyway. */
  Map<Input, String> written() {
    Map<Input, String> written = new LinkedHashMap<>();
    for (Input input : task.inputs()) {
      String value = value(input);
      boolean isUsual = value.equals(input.otherwise());
      if (matters(input) && !value.isEmpty() && (input.required() || !isUsual)) {
        written.put(input, value);
      }
    }
    return written;
  }
}
