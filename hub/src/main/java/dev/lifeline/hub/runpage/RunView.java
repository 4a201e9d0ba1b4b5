package dev.lifeline.hub.runpage;

import dev.lifeline.hub.chart.Chart;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param log what happened, the latest first
 * @param problem why it failed, or why it does not get on; or null
 */
public record RunView(
    Part part, Head head, Facts facts, Course course, Log log, @Nullable ProblemPanel problem)
    implements View {
  /** How much is shown. */
  public enum Part {
    PAGE("runpage/run.jte"),
    /** What changes while it goes. */
    LIVE("runpage/live.jte");

    private final String template;

    Part(String template) {
      this.template = template;
    }
  }

  /**
   * What stands above.
   *
   * @param place the run's page
   * @param seen the state that the viewer has seen last, or empty
   * @param mayAct whether the viewer may cancel it and run it again
   * @param isCalledOff whether somebody wants it to end
   */
  public record Head(
      String name, String place, RunState state, String seen, boolean mayAct, boolean isCalledOff) {
    /** Whether its end is to be said. */
    public boolean isNews() {
      return !seen.isEmpty() && !seen.equals(state.id());
    }
  }

  /** A page that something is named after; null when it is not there any more. */
  public record Link(String name, @Nullable String place) {}

  /**
   * What is known of it.
   *
   * @param person who wanted it
   * @param with what it was asked for with
   * @param lcsProject the project's id in LCS
   */
  public record Facts(
      long number, String person, String with, Link connection, String lcsProject, Times times) {}

  /**
   * When, and for how long.
   *
   * @param took until its end, or now
   * @param usual how long its like takes in all, or null
   * @param rerunOf the page of the run that it repeats, or null
   */
  public record Times(
      Instant created,
      @Nullable Instant ended,
      Duration took,
      @Nullable Duration usual,
      @Nullable String rerunOf) {}

  /** The steps, drawn and in words. */
  public record Course(Chart chart, List<StepView> steps) {
    public Course {
      steps = List.copyOf(steps);
    }
  }

  /**
   * What happened.
   *
   * @param events the latest first
   * @param stream where those that come can be heard
   */
  public record Log(Paging<RunEvent> events, String stream) {}

  @Override
  public String template() {
    return part.template;
  }

  @Override
  public Section section() {
    return Section.RUNS;
  }

  /** Whether more is to come. */
  public boolean isLive() {
    return !head.state().isEnd();
  }
}
