package dev.lifeline.hub.connection;

import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service connections of a project.
 *
 * @param search what is looked for, or empty
 * @param isEmpty whether the project has none at all that the viewer may see
 * @param mayCreate whether the viewer may make one
 * @param isPart whether only the list was asked for
 */
public record ListView(
    Paging<Row> rows, String search, boolean isEmpty, boolean mayCreate, boolean isPart)
    implements View {

  /**
   * A connection.
   *
   * @param place its page
   * @param geography where it leads
   * @param shared in how many other projects it is known
   * @param lastUse or null
   * @param verified the last verification, or null
   */
  public record Row(
      String name,
      String place,
      String geography,
      int shared,
      @Nullable Instant lastUse,
      @Nullable Verified verified) {}

  /**
   * The last time that the sign-in was tried.
   *
   * @param problem the code of why it failed, or null when it did not
   */
  public record Verified(@Nullable String problem, Instant at) {
    static @Nullable Verified of(@Nullable ConnectionState state) {
      return state == null || state.verified() == null
          ? null
          : new Verified(state.problem(), state.verified());
    }

    /** Whether it worked. */
    public boolean passed() {
      return problem == null;
    }
  }

  @Override
  public String template() {
    return isPart ? "connection/rows.jte" : "connection/list.jte";
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }
}
