package dev.lifeline.tasks;

import dev.lifeline.tasks.asset.DownloadTask;
import dev.lifeline.tasks.asset.UploadTask;
import dev.lifeline.tasks.connection.VerifyTask;
import dev.lifeline.tasks.database.ExportTask;
import dev.lifeline.tasks.database.RefreshTask;
import dev.lifeline.tasks.definition.TaskDefinition;
import dev.lifeline.tasks.deployment.DeployTask;
import dev.lifeline.tasks.deployment.WaitTask;
import dev.lifeline.tasks.environment.PowerTask;
import dev.lifeline.tasks.run.Task;
import dev.lifeline.tasks.tool.ToolTask;
import java.util.List;
import java.util.Optional;

/** Every task there is. */
public final class Catalogue {
  private static final List<Task> TASKS =
      List.of(
          new UploadTask(),
          new DownloadTask(),
          new DeployTask(),
          new WaitTask(),
          new PowerTask(PowerTask.Direction.START),
          new PowerTask(PowerTask.Direction.STOP),
          new ExportTask(),
          new RefreshTask(),
          new VerifyTask(),
          new ToolTask());

  private Catalogue() {}

  /** Their interfaces, in the order in which they are documented. */
  public static List<TaskDefinition> definitions() {
    return TASKS.stream().map(Task::definition).toList();
  }

  static List<Task> tasks() {
    return TASKS;
  }

  /** The task of that id, name in YAML, or name with version, without regard to case. */
  public static Optional<Task> find(String name) {
    return TASKS.stream()
        .filter(
            task ->
                name.equalsIgnoreCase(task.definition().id())
                    || name.equalsIgnoreCase(task.definition().name())
                    || name.equalsIgnoreCase(task.definition().reference()))
        .findFirst();
  }
}
