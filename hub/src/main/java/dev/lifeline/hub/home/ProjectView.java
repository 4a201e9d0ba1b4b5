package dev.lifeline.hub.home;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;

/**
 * A project's first page.
 *
 * @param connections how many service connections it has that the viewer may see
 * @param broken how many of them did not work when they were verified last
 * @param mayCreate whether the viewer may make one
 */
public record ProjectView(String name, int connections, int broken, boolean mayCreate)
    implements View {
  @Override
  public String template() {
    return "home/project.jte";
  }

  @Override
  public Section section() {
    return Section.OVERVIEW;
  }
}
