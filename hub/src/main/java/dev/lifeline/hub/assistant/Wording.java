package dev.lifeline.hub.assistant;

import dev.lifeline.hub.assistant.TaskView.Field;
import dev.lifeline.hub.assistant.TaskView.Label;
import dev.lifeline.hub.assistant.TaskView.Option;
import dev.lifeline.hub.assistant.TaskView.Written;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.When;
import dev.lifeline.tasks.snippet.FilledStep;
import dev.lifeline.tasks.snippet.Snippet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a task's definition as a page has them. */
final class Wording {
  private static final String OURS = " (Lifeline)";

  private Wording() {}

  /** Without what tells it from Microsoft's. */
  static String title(TaskDefinition task) {
    return task.words().title().replace(OURS, "");
  }

  /** Markdown without its marks. */
  static String plain(String markdown) {
    return markdown.replaceAll("`([^`]*)`", "$1").replaceAll("\\*([^* ][^*]*)\\*", "$1");
  }

  static List<String> missing(FilledStep step) {
    return step.missing().stream().map(input -> input.label()).toList();
  }

  static List<Written> snippets(FilledStep step) {
    return Arrays.stream(Snippet.values())
        .map(
            each ->
                new Written(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each.of(step)))
        .toList();
  }

  static List<Field> fields(FilledStep step) {
    List<Field> fields = new ArrayList<>();
    for (Input input : step.task().inputs()) {
      if (input.type() != InputType.CONNECTION) {
        fields.add(field(step, input));
      }
    }
    return fields;
  }

  private static Field field(FilledStep step, Input input) {
    return new Field(
        input.name(),
        new Label(capital(input.label()), plain(input.help()), input.required()),
        kind(input),
        step.value(input),
        when(input.when()),
        options(input));
  }

  private static String kind(Input input) {
    return switch (input.type()) {
      case PICK_LIST, BOOLEAN -> "choice";
      case INT -> "number";
      case STRING, FILE_PATH, CONNECTION -> "text";
    };
  }

  /** The form of the page's script: {@code name=one|another}. */
  private static @Nullable String when(@Nullable When when) {
    return when == null ? null : when.input() + "=" + String.join("|", when.values());
  }

  private static List<Option> options(Input input) {
    return input.type() == InputType.BOOLEAN
        ? List.of(new Option("true", ""), new Option("false", ""))
        : input.choices().stream().map(each -> new Option(each.value(), each.label())).toList();
  }

  private static String capital(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }
}
