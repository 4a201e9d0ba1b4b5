package dev.lifeline.hub.connection;

import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a connection.
 *
 * @param roles who has which role here
 * @param roleNames what can be given
 * @param people to whom roles can be given
 * @param sharing which projects know it
 */
public record SecurityView(
    Head head,
    List<Held> roles,
    List<String> roleNames,
    List<Someone> people,
    Pipelines pipelines,
    Sharing sharing)
    implements View {
  public SecurityView {
    roles = List.copyOf(roles);
    roleNames = List.copyOf(roleNames);
    people = List.copyOf(people);
  }

  /**
   * Somebody's role.
   *
   * @param id of the person
   * @param inherited whether it is the project's, and so is not taken here
   * @param everywhere whether it counts in every project that knows the connection
   */
  public record Held(
      String id,
      String name,
      String uniqueName,
      String role,
      boolean inherited,
      boolean everywhere) {}

  /** Somebody who can be given a role. */
  public record Someone(String id, String name) {}

  /**
   * The pipelines that may use it.
   *
   * @param allSince since when all may, or null
   * @param allBy who opened it to all, or empty
   */
  public record Pipelines(@Nullable Instant allSince, String allBy, List<Permitted> permitted) {
    public Pipelines {
      permitted = List.copyOf(permitted);
    }
  }

  /** A pipeline that was permitted by name. */
  public record Permitted(int pipeline, String by, Instant at) {}

  /**
   * The projects that know it.
   *
   * @param known their names for it
   * @param candidates the projects it can be shared with
   */
  public record Sharing(List<Known> known, List<Someone> candidates) {
    public Sharing {
      known = List.copyOf(known);
      candidates = List.copyOf(candidates);
    }
  }

  /** A project that knows it, and what it is called there. */
  public record Known(String project, String name, boolean isHere) {}

  @Override
  public String template() {
    return "connection/security.jte";
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }
}
