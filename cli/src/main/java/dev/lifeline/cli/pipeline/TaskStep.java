package dev.lifeline.cli.pipeline;

import dev.lifeline.tasks.Catalogue;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.run.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A step that runs an LCS task, Microsoft's or ours.
 *
 * @param reference what stands after {@code task:}
 * @param task the task of ours that does it
 * @param isMicrosofts whether it names Microsoft's
 * @param fields the whole step
 * @param jobTimeout what the job says of its time limit; empty text when nothing
 */
record TaskStep(
    String reference,
    TaskDefinition task,
    boolean isMicrosofts,
    Yaml.Fields fields,
    String jobTimeout) {
  /** Microsoft's tasks, and which of ours does the same (Azure Pipelines tasks: the target). */
  private enum Microsofts {
    LCS_ASSET_UPLOAD("LCSAssetUpload", "AssetUpload"),
    LCS_ASSET_DOWNLOAD("LCSAssetDownload", "AssetDownload"),
    LCS_ASSET_DEPLOY("LCSAssetDeploy", "AssetDeployment");

    private final String theirs;
    private final String ours;

    Microsofts(String theirs, String ours) {
      this.theirs = theirs;
      this.ours = ours;
    }

    static Optional<TaskDefinition> ours(String name) {
      return Arrays.stream(values())
          .filter(row -> row.theirs.equalsIgnoreCase(name))
          .findFirst()
          .flatMap(row -> Catalogue.find(row.ours))
          .map(Task::definition);
    }
  }

  /** The step, if it is one of an LCS task. */
  static Optional<TaskStep> of(Yaml.Fields fields, String jobTimeout) {
    String reference = fields.text("task").orElse("");
    String whole = reference.replaceFirst("@.*", "");
    String name =
        whole.substring(whole.lastIndexOf('.') + 1); // publisher.extension.contribution.Name
    Optional<TaskDefinition> theirs = Microsofts.ours(name);
    Optional<TaskDefinition> ours =
        Catalogue.definitions().stream()
            .filter(
                task ->
                    task.name().equalsIgnoreCase(name)
                        || task.guid().toString().equalsIgnoreCase(whole))
            .findFirst();
    return theirs
        .or(() -> ours)
        .map(task -> new TaskStep(reference, task, theirs.isPresent(), fields, jobTimeout));
  }

  /** The number after the at sign; empty text when there is none. */
  String major() {
    int at = reference.indexOf('@');
    return at < 0 ? "" : reference.substring(at + 1).split("\\.", 2)[0].strip();
  }

  List<Yaml.Field> inputs() {
    return fields.fields("inputs");
  }

  /** Whether its connection is one of a hub, which a variable names. */
  boolean usesHub() {
    return fields.fields("env").stream().anyMatch(field -> field.key().equals("LIFELINE_HUB"));
  }

  /** The line of {@code task:}. */
  int line() {
    return fields.all().stream()
        .filter(field -> field.key().equalsIgnoreCase("task"))
        .map(Yaml.Field::line)
        .findFirst()
        .orElse(fields.line());
  }
}
