package dev.lifeline.hub.assistant;

import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task to be filled in, and what becomes of it.
 *
 * @param isPart whether only what becomes of it was asked for
 * @param fields its inputs but the connection
 */
public record TaskView(
    boolean isPart, Words words, Connections connections, List<Field> fields, Outcome outcome)
    implements View {
  public TaskView {
    fields = List.copyOf(fields);
  }

  /**
   * What is said about a task.
   *
   * @param place its page
   */
  public record Words(String title, String description, String help, String place) {}

  /**
   * The connections to choose from.
   *
   * @param chosen the id of one, or empty
   * @param mayCreate whether the viewer may make one
   */
  public record Connections(List<Option> all, String chosen, boolean mayCreate) {
    public Connections {
      all = List.copyOf(all);
    }
  }

  /** Something to choose. */
  public record Option(String value, String label) {}

  /**
   * An input.
   *
   * @param kind text, number, or choice
   * @param when the rule of the page's script, or null when it always matters
   */
  public record Field(
      String name,
      Label label,
      String kind,
      String value,
      @Nullable String when,
      List<Option> options) {
    public Field {
      options = List.copyOf(options);
    }
  }

  /** What stands beside an input. */
  public record Label(String text, String help, boolean required) {}

  /**
   * What becomes of it.
   *
   * @param missing what has to be filled in before it can be run
   * @param run how the hub runs it, or null when it cannot
   */
  public record Outcome(List<String> missing, List<Written> snippets, @Nullable Start run) {
    public Outcome {
      missing = List.copyOf(missing);
      snippets = List.copyOf(snippets);
    }
  }

  /** A step as a system reads it. */
  public record Written(String id, String text) {}

  /**
   * A run to be started.
   *
   * @param key the same for each time that this form is sent
   * @param values what is sent
   * @param problem why it was not started, or null
   */
  public record Start(
      boolean isPossible, String key, Map<String, String> values, @Nullable ProblemPanel problem) {
    public Start {
      values = Map.copyOf(values);
    }
  }

  @Override
  public String template() {
    return isPart ? "assistant/outcome.jte" : "assistant/task.jte";
  }

  @Override
  public Section section() {
    return Section.TASK_ASSISTANT;
  }
}
