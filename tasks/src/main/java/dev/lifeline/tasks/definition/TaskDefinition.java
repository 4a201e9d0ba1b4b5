package dev.lifeline.tasks.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A task's interface.
 *
 * @param id what the program calls it, such as {@code AssetUpload}
 * @param name its name in YAML, such as {@code LifelineAssetUpload}
 * @param guid its id in Azure DevOps: our own, the same for ever
 * @param version its version
 * @param words what people read of it
 * @param inputs its inputs, in the order in which they are shown
 * @param outputs what it gives to later steps
 */
public record TaskDefinition(
    String id,
    String name,
    UUID guid,
    Version version,
    Words words,
    List<Input> inputs,
    List<Output> outputs) {
  public TaskDefinition {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * What people read of a task.
   *
   * @param title at most 40 characters
   * @param instance the display name of a step; may hold macros of its inputs
   * @param description one sentence
   * @param help sentences; Markdown
   */
  public record Words(String title, String instance, String description, String help) {}

  /** Name and major version as YAML has them: {@code LifelineAssetUpload@2}. */
  public String reference() {
    return name + "@" + version.major();
  }

  /** The name as one word in lower case: {@code asset-upload}. */
  public String slug() {
    return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** The input of that name, without regard to case. */
  public Optional<Input> input(String inputName) {
    return inputs.stream().filter(input -> input.name().equalsIgnoreCase(inputName)).findFirst();
  }
}
