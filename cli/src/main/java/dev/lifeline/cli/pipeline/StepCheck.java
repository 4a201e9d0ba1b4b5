package dev.lifeline.cli.pipeline;

import dev.lifeline.tasks.definition.Choice;
import dev.lifeline.tasks.definition.Input;
import dev.lifeline.tasks.definition.InputType;
import dev.lifeline.tasks.definition.When;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares one step with the declaration of its task. */
final class StepCheck {
  private final TaskStep step;
  private final List<Finding> findings = new ArrayList<>();

  private StepCheck(TaskStep step) {
    this.step = step;
  }

  /** What there is to say about a step, in the order of its lines. */
  static List<Finding> of(TaskStep step) {
    StepCheck check = new StepCheck(step);
    check.task();
    step.inputs().forEach(check::given);
    check.missing();
    check.timeLimit();
    check.findings.sort(Comparator.comparingInt(Finding::line));
    return List.copyOf(check.findings);
  }

  private void task() {
    String ours = step.task().reference();
    if (!step.fields().all().get(0).key().equalsIgnoreCase("task")) {
      findings.add(
          Finding.error(step.line(), "'task' is not the first key of its step", "write it first"));
    }
    String major = Integer.toString(step.task().version().major());
    if (step.isMicrosofts()) {
      findings.add(
          new Finding(
              step.line(),
              Finding.Severity.CHANGE,
              "'" + step.reference() + "' is Microsoft's task, for Windows agents",
              "write 'task: " + ours + "'; inputs and service connection stay as they are"));
    } else if (step.major().isEmpty()) {
      findings.add(
          Finding.error(
              step.line(), "'" + step.reference() + "' names no version", "write '" + ours + "'"));
    }
    if (!step.major().isEmpty() && !step.major().equals(major)) {
      findings.add(
          step.isMicrosofts()
              ? Finding.warning(
                  step.line(),
                  "version " + step.major() + " may have other inputs than version " + major,
                  "compare them; ours are those of version " + major)
              : Finding.error(
                  step.line(),
                  "there is no version " + step.major() + " of " + step.task().name(),
                  "write '" + ours + "'"));
    }
  }

  private void given(Yaml.Field field) {
    Optional<Input> input = step.task().input(field.key());
    if (input.isEmpty()) {
      if (!isExpression(field.key())) {
        findings.add(
            Finding.error(
                field.line(),
                step.task().name() + " has no input '" + field.key() + "'",
                "its inputs are " + names()));
      }
      return;
    }
    String text = field.text().map(String::strip).orElse("");
    if (!text.isEmpty()) {
      value(input.get(), text, field.line());
    }
  }

  private void value(Input input, String text, int line) {
    if (text.equalsIgnoreCase("$(Release.ReleaseName)")) {
      findings.add(
          Finding.warning(
              line,
              "'" + text + "' is not known in a YAML pipeline",
              "ours then takes the pipeline's name and the run's number; leave it out, or name it"));
      return;
    }
    if (isExpression(text)) {
      return; // known when it runs
    }
    Optional<String> fault = fault(input, text);
    if (fault.isPresent()) {
      findings.add(Finding.error(line, "'" + input.name() + "' is '" + text + "'", fault.get()));
      return;
    }
    When when = input.when();
    if (when != null && matters(input).filter(matters -> !matters).isPresent()) {
      findings.add(
          Finding.warning(
              line,
              "'" + input.name() + "' has no effect here",
              "it counts where " + when.words()));
    }
  }

  private static Optional<String> fault(Input input, String text) {
    return switch (input.type()) {
      case PICK_LIST ->
          input.choice(text).isPresent() ? Optional.empty() : Optional.of(choices(input));
      case BOOLEAN ->
          Input.flag(text).isPresent() ? Optional.empty() : Optional.of("write true or false");
      case INT -> text.matches("[0-9]+") ? Optional.empty() : Optional.of("write a whole number");
      case STRING, FILE_PATH, CONNECTION -> Optional.empty();
    };
  }

  private static String choices(Input input) {
    return input.choices().stream()
        .map(choice -> choice.value() + " (" + choice.label() + ")")
        .collect(Collectors.joining(", ", "write one of ", ""));
  }

  private void missing() {
    for (Input input : step.task().inputs()) {
      boolean needed =
          input.required()
              && !(input.type() == InputType.CONNECTION && step.usesHub())
              && (input.otherwise() == null || input.otherwise().startsWith("$("))
              && matters(input).orElse(false);
      if (needed && given(input).isEmpty()) {
        When when = input.when();
        findings.add(
            Finding.error(
                step.line(),
                "the input '"
                    + input.name()
                    + "' is missing"
                    + (when == null ? "" : ", which is needed where " + when.words()),
                "give " + input.label()));
      }
    }
  }

  /** Whether an input counts; empty when that is known only when it runs. */
  private Optional<Boolean> matters(Input input) {
    When when = input.when();
    if (when == null) {
      return Optional.of(true);
    }
    Input other = step.task().input(when.input()).orElseThrow();
    String text = given(other).orElse(other.otherwise() == null ? "" : other.otherwise());
    return isExpression(text)
        ? Optional.empty()
        : Optional.of(
            other.choice(text).map(Choice::value).filter(when.values()::contains).isPresent());
  }

  private Optional<String> given(Input input) {
    boolean mayBeInserted = step.inputs().stream().anyMatch(field -> field.key().startsWith("${{"));
    Optional<String> text =
        step.inputs().stream()
            .filter(field -> field.key().equalsIgnoreCase(input.name()))
            .findFirst()
            .flatMap(Yaml.Field::text)
            .map(String::strip)
            .filter(value -> !value.isEmpty());
    return mayBeInserted && text.isEmpty() ? Optional.of("${{ }}") : text;
  }

  /** A deployment outlasts what a job has by default. */
  private void timeLimit() {
    boolean waits =
        step.task()
            .input("waitForCompletion")
            .filter(input -> matters(input).orElse(false))
            .map(input -> given(input).orElse("true").equalsIgnoreCase("true"))
            .orElse(step.task().id().equals("WaitForOperation"));
    if (waits && step.jobTimeout().isEmpty()) {
      findings.add(
          Finding.warning(
              step.line(),
              "the job ends after 60 minutes, and a deployment may take longer",
              "give the job a timeoutInMinutes; 0 is the most that the agent allows"));
    }
  }

  private String names() {
    return step.task().inputs().stream().map(Input::name).collect(Collectors.joining(", "));
  }

  private static boolean isExpression(String text) {
    return text.contains("$(") || text.contains("${{") || text.contains("$[");
  }
}
