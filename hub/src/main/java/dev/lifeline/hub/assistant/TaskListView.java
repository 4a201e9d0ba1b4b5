package dev.lifeline.hub.assistant;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.util.List;

/** The tasks to choose from. */
public record TaskListView(List<Tile> tasks) implements View {
  public TaskListView {
    tasks = List.copyOf(tasks);
  }

  /**
   * A task.
   *
   * @param place where it is filled in
   * @param isHubs whether the hub can run it itself
   */
  public record Tile(String title, String description, String place, boolean isHubs) {}

  @Override
  public String template() {
    return "assistant/list.jte";
  }

  @Override
  public Section section() {
    return Section.TASK_ASSISTANT;
  }
}
