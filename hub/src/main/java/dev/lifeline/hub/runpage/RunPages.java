package dev.lifeline.hub.runpage;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.run.RunRequests;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A run's own pages: what becomes of it, and what can be done about it. */
public final class RunPages {
  private final TemplatedPages pages;
  private final RunRequests requests;
  private final RunDrawing drawing;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param ids makes ids
   */
  public RunPages(TemplatedPages pages, RunRequests requests, Supplier<UUID> ids) {
    this.pages = pages;
    this.requests = requests;
    this.drawing = new RunDrawing(pages.texts());
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(
            Route.RUN_PAGE,
            call -> pages.page(call, drawing.view(call, requireOne(call, Power.VIEW))))
        .on(Route.RUN_PAGE_CANCEL_ASK, call -> ask(call, "cancel"))
        .on(Route.RUN_PAGE_CANCEL, this::cancel)
        .on(Route.RUN_PAGE_AGAIN_ASK, call -> ask(call, "rerun"))
        .on(Route.RUN_PAGE_AGAIN, this::again);
  }

  /** The run in the path, which is one of the path's project. */
  private static Run requireOne(Call call, Power power) {
    Run run = RunRequests.requireOne(call, power);
    if (!run.place().project().equals(call.project().id())) {
      throw Fault.NOT_FOUND.refuse("There is no such run.");
    }
    return run;
  }

  private Reply ask(Call call, String act) {
    Run run = requireOne(call, Power.USE);
    List<String> steps =
        run.steps().stream()
            .filter(step -> act.equals("rerun") || !step.state().isEnd())
            .map(step -> StepWords.title(pages.texts(), step.order()))
            .toList();
    AskView.Part part =
        TemplatedPages.isScripted(call.http()) ? AskView.Part.DIALOG : AskView.Part.PAGE;
    ListView.Title title = new ListView.Title(run.name(), run.number(), Places.of(call, run.id()));
    return pages.page(call, new AskView(part, act, title, steps, ids.get().toString()));
  }

  private Reply cancel(Call call) {
    Run run = requireOne(call, Power.USE);
    boolean isNew = requests.callOff(call, run.id());
    String place = Places.of(call, run.id());
    return leadOn(call, isNew ? Notice.at(place, "runs", "cancel") : place);
  }

  private Reply again(Call call) {
    Run run = requireOne(call, Power.USE);
    UUID other = requests.again(call, run, call.http().form().text("key"));
    return leadOn(call, Notice.at(Places.of(call, other), "runs", "rerun"));
  }

  private static Reply leadOn(Call call, String place) {
    return TemplatedPages.isScripted(call.http())
        ? Reply.html("").header("HX-Redirect", place)
        : Reply.goOn(place);
  }
}
