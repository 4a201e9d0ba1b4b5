package dev.lifeline.hub.connection;

import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;

/** The uses of a connection in a project, the newest first. */
public record HistoryView(Head head, Paging<Use> uses) implements View {
  @Override
  public String template() {
    return "connection/history.jte";
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }
}
