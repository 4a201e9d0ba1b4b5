package dev.lifeline.hub.console;

import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Those who use the hub.
 *
 * @param search what is looked for, or empty
 * @param form what was filled in to add somebody
 * @param problem why somebody was not added, or null
 * @param invitation the one that was made just now, or null
 */
public record PeopleView(
    Paging<Row> rows,
    String search,
    Form form,
    @Nullable ProblemPanel problem,
    @Nullable Invited invitation)
    implements View {

  /**
   * Somebody.
   *
   * @param state the key of how things stand with the person
   * @param isViewer whether it is who looks
   */
  public record Row(
      String id,
      String name,
      String uniqueName,
      boolean administrator,
      State state,
      boolean isViewer) {
    /** Whether the person may not come in. */
    public boolean isDisabled() {
      return state == State.DISABLED;
    }
  }

  /** How things stand with a person. */
  public enum State {
    ACTIVE,
    WITHOUT_PASSWORD,
    DISABLED
  }

  /** Who is to come in. */
  public record Form(String uniqueName, String displayName, boolean administrator) {
    static final Form EMPTY = new Form("", "", false);
  }

  /**
   * An invitation; printing it shows no link.
   *
   * @param link a secret, shown to the administrator who made it, once
   */
  public record Invited(String name, String link, Instant expires) {
    @Override
    public String toString() {
      return "invitation of " + name;
    }
  }

  @Override
  public String template() {
    return "people/people.jte";
  }

  @Override
  public Section section() {
    return Section.PEOPLE;
  }
}
