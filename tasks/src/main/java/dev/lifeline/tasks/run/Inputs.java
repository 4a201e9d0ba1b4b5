package dev.lifeline.tasks.run;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.definition.When;
import dev.lifeline.tasks.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The inputs of a run. Nobody has checked them before: a system shows rules in its dialogs, and
 * enforces none. A blank value counts as none, and so does a macro that the system left as it is,
 * and what an agent makes of an empty path.
 */
public final class Inputs {
  /** Azure Pipelines tasks: unknown macros stay as text. */
  private static final Pattern MACRO = Pattern.compile("\\$\\([^)]+\\)");

  private final TaskDefinition definition;
  private final Host host;
  private final Set<Input> taken = new LinkedHashSet<>();

  Inputs(TaskDefinition definition, Host host) {
    this.definition = definition;
    this.host = host;
  }

  /**
   * Asks for every input that is needed, so that people mend all in one go.
   *
   * @throws LifelineException INPUT_MISSING; VALUE_MALFORMED for a choice that does not exist
   */
  void requireAll() {
    List<Input> missing =
        definition.inputs().stream()
            .filter(input -> input.required() && matters(input) && find(input).isEmpty())
            .filter(input -> input.type() != InputType.CONNECTION || host.needsConnectionInput())
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    String names =
        missing.stream().map(input -> "'" + input.name() + "'").collect(Collectors.joining(", "));
    Problem problem =
        Problem.of(
            ProblemCode.INPUT_MISSING,
            (missing.size() == 1 ? "the input " : "the inputs ")
                + names
                + " of "
                + definition.name()
                + (missing.size() == 1 ? " is missing" : " are missing"));
    List<String> reasons = missing.stream().flatMap(input -> reason(input).stream()).toList();
    if (!reasons.isEmpty()) {
      problem = problem.why(String.join(" ", reasons));
    }
    for (Input input : missing) {
      problem = problem.fix("give " + input.name() + ": " + input.label());
    }
    throw problem.raise();
  }

  /** Which inputs the task has asked for so far. */
  Set<Input> taken() {
    return Set.copyOf(taken);
  }

  /** The text of an input, or its default; empty when there is neither, or it does not matter. */
  public Optional<String> text(Input input) {
    taken.add(input);
    return matters(input) ? find(input) : Optional.empty();
  }

  /** The text of an input that is needed. */
  public String required(Input input) {
    return text(input).orElseThrow(() -> new IllegalStateException(input.name() + " is needed"));
  }

  /** Whether a boolean input is on; one that does not matter is off. */
  public boolean flag(Input input) {
    return text(input).map(text -> flag(input, text)).orElse(false);
  }

  /**
   * The value of an input that is needed.
   *
   * @param reader throws IllegalArgumentException with a sentence when it cannot
   */
  public <T> T value(Input input, Function<String, T> reader) {
    return read(input, required(input), reader);
  }

  /** As {@link #value}, of an input that may be left out. */
  public <T> Optional<T> optional(Input input, Function<String, T> reader) {
    return text(input).map(text -> read(input, text, reader));
  }

  /** The chosen value of a pick list that is needed. */
  public String choice(Input input) {
    return choice(input, required(input));
  }

  private Optional<String> find(Input input) {
    if (!definition.inputs().contains(input)) {
      throw new IllegalArgumentException(definition.name() + " declares no " + input.name());
    }
    return given(input)
        .filter(text -> !isMacro(text))
        .or(() -> Optional.ofNullable(input.otherwise()).filter(text -> !isMacro(text)));
  }

  private Optional<String> given(Input input) {
    Optional<String> text = host.given(input).map(String::strip).filter(value -> !value.isEmpty());
    boolean isEmptyPath =
        input.type() == InputType.FILE_PATH
            && input.otherwise() == null
            && text.filter(host::isEmptyPath).isPresent();
    return isEmptyPath ? Optional.empty() : text;
  }

  private boolean matters(Input input) {
    When when = input.when();
    if (when == null) {
      return true;
    }
    Input other = definition.input(when.input()).orElseThrow();
    return find(other).map(text -> when.values().contains(choice(other, text))).orElse(false);
  }

  private Optional<String> reason(Input input) {
    String raw = host.given(input).map(String::strip).orElse("");
    List<String> reasons = new ArrayList<>();
    if (isMacro(raw)) {
      reasons.add("'" + raw + "' names a variable that this run does not have.");
    } else if (!raw.isEmpty()) {
      reasons.add("An empty path arrives as the folder of the repository, as here.");
    }
    When when = input.when();
    if (when != null) {
      reasons.add("It is needed where " + when.words() + ".");
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
  }

  private static boolean isMacro(String text) {
    return MACRO.matcher(text).matches();
  }

  private static boolean flag(Input input, String text) {
    return Input.flag(text)
        .orElseThrow(() -> malformed(input, "'" + text + "' is neither true nor false"));
  }

  private static String choice(Input input, String text) {
    return input
        .choice(text)
        .map(Choice::value)
        .orElseThrow(
            () ->
                malformed(
                    input,
                    "'"
                        + text
                        + "' is none of "
                        + input.choices().stream()
                            .map(choice -> choice.value() + " (" + choice.label() + ")")
                            .collect(Collectors.joining(", "))));
  }

  private static <T> T read(Input input, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw malformed(input, String.valueOf(e.getMessage()));
    }
  }

  private static LifelineException malformed(Input input, String sentence) {
    return Problem.of(
            ProblemCode.VALUE_MALFORMED,
            "the input '" + input.name() + "' is malformed: " + sentence)
        .why("Nothing was sent.")
        .fix("correct the input: " + input.label())
        .raise();
  }
}
