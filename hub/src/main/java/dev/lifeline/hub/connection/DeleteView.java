package dev.lifeline.hub.connection;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;

/**
 * Whether a connection shall really go.
 *
 * @param users who used it lately, the last one first
 * @param others the other projects that know it, as far as the viewer may know of them
 * @param isElsewhere whether other projects know it, so that it goes from this one only
 */
public record DeleteView(
    Part part, Head head, List<User> users, List<String> others, boolean isElsewhere)
    implements View {
  public DeleteView {
    users = List.copyOf(users);
    others = List.copyOf(others);
  }

  /** Who used it, and when for the last time. */
  public record User(String name, Instant at) {}

  /** How much is shown. */
  public enum Part {
    PAGE("connection/deletepage.jte"),
    DIALOG("connection/deletedialog.jte");

    private final String template;

    Part(String template) {
      this.template = template;
    }
  }

  @Override
  public String template() {
    return part.template;
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }
}
