package dev.lifeline.hub.connection;

import dev.lifeline.hub.connection.ListView.Verified;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is; never its password.
 *
 * @param password how old the password is
 */
public record OverviewView(Head head, About about, Password password, Life life) implements View {
  /**
   * What it is.
   *
   * @param target where it signs in, and as whom; null for a viewer who may not know
   * @param geography where it leads
   * @param description or empty
   */
  public record About(UUID id, @Nullable Target target, String geography, String description) {}

  /**
   * How the password is kept.
   *
   * @param since null when there is none
   * @param days how old it is
   * @param isOld whether it should be changed
   */
  public record Password(@Nullable Instant since, long days, boolean isOld) {}

  /** What happened to it. */
  public record Life(
      Act created,
      Act changed,
      @Nullable Instant lastUse,
      @Nullable Verified verified,
      List<String> projects) {
    public Life {
      projects = List.copyOf(projects);
    }
  }

  /** Who did something, and when. */
  public record Act(String who, Instant at) {}

  @Override
  public String template() {
    return "connection/overview.jte";
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }
}
