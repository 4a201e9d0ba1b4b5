package dev.lifeline.hub.connection;

import dev.lifeline.hub.model.VerificationRun.State;
import dev.lifeline.hub.page.ProblemPanel;
import dev.lifeline.hub.page.Section;
import dev.lifeline.hub.page.View;
import dev.lifeline.hub.verification.StepJson;
import java.util.List;

/**
 * A verification that somebody watches.
 *
 * @param id of the run
 * @param steps what is new
 */
public record RunView(Part part, String id, List<StepJson> steps, State state, Next next)
    implements View {
  public RunView {
    steps = List.copyOf(steps);
  }

  /** How much of it is shown. */
  public enum Part {
    /** A page of its own, as without scripts. */
    PAGE("connection/runpage.jte"),
    /** The beginning, into which more is put. */
    BEGUN("connection/run.jte"),
    /** What came since. */
    MORE("connection/runmore.jte");

    private final String template;

    Part(String template) {
      this.template = template;
    }
  }

  /**
   * What comes next.
   *
   * @param place what comes since
   * @param back where to go afterwards
   * @param save whether what it proves is to be saved then
   */
  public record Next(String place, String back, boolean save) {}

  static RunView begun(String id, String place) {
    return new RunView(Part.BEGUN, id, List.of(), State.RUNNING, new Next(place, "", false));
  }

  @Override
  public String template() {
    return part.template;
  }

  @Override
  public Section section() {
    return Section.CONNECTIONS;
  }

  /** Whether more is to come. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Whether everything is as it should be. */
  public boolean hasPassed() {
    return state == State.PASSED;
  }

  /** Why a step failed, and what to do. */
  public static ProblemPanel panel(StepJson.ProblemJson problem) {
    return new ProblemPanel(
        ProblemPanel.sentence(problem.message()),
        problem.why() == null ? null : ProblemPanel.sentence(problem.why()),
        problem.fixes().stream().map(ProblemPanel::sentence).toList(),
        problem.code(),
        problem.step());
  }
}
