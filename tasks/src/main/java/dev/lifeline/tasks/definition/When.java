package dev.lifeline.tasks.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * When an input matters: another one has one of these values.
 *
 * @param input the name of the other, a pick list
 * @param values at least one of its values
 */
public record When(String input, List<String> values) {
  public When {
    values = List.copyOf(values);
  }

  /** As task.json writes it. */
  public String rule() {
    return values.stream().map(value -> input + " = " + value).collect(Collectors.joining(" || "));
  }

  /** For people. */
  public String words() {
    return input + " is " + String.join(" or ", values);
  }
}
