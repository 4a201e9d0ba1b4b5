package dev.lifeline.hub.runpage;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.util.List;

/**
 * Whether something shall really be done.
 *
 * @param act {@code cancel} or {@code rerun}
 * @param run the run's name and page
 * @param steps what will be left, or done again
 * @param key the same means the same run, however often it is sent
 */
public record AskView(Part part, String act, ListView.Title run, List<String> steps, String key)
    implements View {
  public AskView {
    steps = List.copyOf(steps);
  }

  /** How much is shown. */
  public enum Part {
    PAGE("runpage/askpage.jte"),
    DIALOG("runpage/askdialog.jte");

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
    return Section.RUNS;
  }
}
