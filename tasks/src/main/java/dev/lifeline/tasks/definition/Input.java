package dev.lifeline.tasks.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input of a task. Immutable; the with-style methods return a new value.
 *
 * @param name its name in YAML, compared without regard to case
 * @param type what it holds
 * @param label a few words for people
 * @param help sentences for people; Markdown
 * @param otherwise the value when none is given, or null; a macro counts where its system knows it
 * @param required whether a value is needed, wherever it matters
 * @param when when it matters, or null for always
 * @param choices the values of a pick list, in the order in which they are shown
 */
public record Input(
    String name,
    InputType type,
    String label,
    String help,
    @Nullable String otherwise,
    boolean required,
    @Nullable When when,
    List<Choice> choices) {
  public Input {
    choices = List.copyOf(choices);
  }

  /** An input that may be left out. */
  public static Input of(String name, InputType type, String label, String help) {
    return new Input(name, type, label, help, null, false, null, List.of());
  }

  /** A value is needed. */
  public Input needed() {
    return new Input(name, type, label, help, otherwise, true, when, choices);
  }

  /** The value when none is given. */
  public Input otherwise(String value) {
    return new Input(name, type, label, help, value, required, when, choices);
  }

  /** It matters only where another input has one of these values. */
  public Input when(Input other, String... values) {
    When rule = new When(other.name(), List.of(values));
    return new Input(name, type, label, help, otherwise, required, rule, choices);
  }

  /** With these values to choose from. */
  public Input oneOf(Choice... values) {
    return new Input(name, type, label, help, otherwise, required, when, Arrays.asList(values));
  }

  /** The choice of that value or label, without regard to case. */
  public Optional<Choice> choice(String text) {
    String wanted = text.strip();
    return choices.stream()
        .filter(
            choice ->
                choice.value().equalsIgnoreCase(wanted) || choice.label().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** The boolean that a text means, as YAML spells them. */
  public static Optional<Boolean> flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "on" -> Optional.of(true);
      case "false", "no", "n", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
