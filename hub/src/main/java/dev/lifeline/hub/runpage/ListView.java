package dev.lifeline.hub.runpage;

import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The runs of a project, the newest first.
 *
 * @param address of the hub
 * @param isPart whether only the list was asked for
 */
public record ListView(Paging<Row> rows, Wanted wanted, String address, boolean isPart)
    implements View {
  /**
   * What is looked for.
   *
   * @param state the name of a group of states, or empty for all
   * @param environment by id or name, or empty for all
   */
  public record Wanted(String state, String environment) {
    /** The groups of states. */
    public static final List<String> STATES =
        List.of("", "going", "succeeded", "failed", "cancelled");

    /** Whether anything is left out. */
    public boolean isNarrow() {
      return !state.isEmpty() || !environment.isEmpty();
    }
  }

  /**
   * A run.
   *
   * @param summary what it does
   * @param took until its end, or now
   */
  public record Row(
      Title title, RunState state, String summary, String person, Instant created, Duration took) {}

  /** A run's name, number and page. */
  public record Title(String name, long number, String place) {}

  @Override
  public String template() {
    return isPart ? "runpage/rows.jte" : "runpage/list.jte";
  }

  @Override
  public Section section() {
    return Section.RUNS;
  }

  /** Whether one of them goes on. */
  public boolean isLive() {
    return rows.items().stream().anyMatch(row -> !row.state().isEnd());
  }
}
