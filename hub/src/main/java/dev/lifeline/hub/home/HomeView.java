package dev.lifeline.hub.home;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.util.List;

/** The organizations and projects that somebody has to do with. */
public record HomeView(List<Group> groups) implements View {
  public HomeView {
    groups = List.copyOf(groups);
  }

  /** An organization. */
  public record Group(String name, List<Place> projects) {
    public Group {
      projects = List.copyOf(projects);
    }
  }

  /** A project. */
  public record Place(String name, String place) {}

  @Override
  public String template() {
    return "home/home.jte";
  }

  @Override
  public Section section() {
    return Section.HOME;
  }
}
