package dev.lifeline.hub.connection;

import dev.lifeline.hub.model.VerificationRun;
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

  /** A verification that has ended. */
  public record Verified(boolean passed, Instant at) {
    static @Nullable Verified of(@Nullable VerificationRun run) {
      return run == null || run.progress().state() == VerificationRun.State.RUNNING
          ? null
          : new Verified(run.progress().state() == VerificationRun.State.PASSED, run.begun());
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
