package dev.lifeline.hub.console;

import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;

/**
 * The audit log.
 *
 * @param search what is looked for
 * @param people whom to choose from
 */
public record AuditView(Paging<Row> rows, Search search, List<Someone> people) implements View {
  public AuditView {
    people = List.copyOf(people);
  }

  /**
   * What happened.
   *
   * @param who who did it, or empty for the hub itself
   * @param address from where, or empty
   */
  public record Row(
      Instant at, String action, String who, boolean withToken, String subject, String address) {}

  /** What is looked for; empty what does not matter. */
  public record Search(String action, String person, String subject) {}

  /** Somebody to choose. */
  public record Someone(String id, String name) {}

  @Override
  public String template() {
    return "audit/audit.jte";
  }

  @Override
  public Section section() {
    return Section.AUDIT;
  }
}
