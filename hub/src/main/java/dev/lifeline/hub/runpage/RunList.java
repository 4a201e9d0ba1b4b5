package dev.lifeline.hub.runpage;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.store.Runs;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The runs of a project. */
public final class RunList {
  private final TemplatedPages pages;

  /** For a hub. */
  public RunList(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.RUNS_PAGE, this::show);
  }

  private Reply show(Call call) {
    ListView.Wanted wanted =
        new ListView.Wanted(
            call.http().query("state").filter(ListView.Wanted.STATES::contains).orElse(""),
            call.http().query("environment").orElse("").strip());
    long below =
        call.http()
            .query("below")
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    Runs.Filter filter =
        new Runs.Filter(
            places(call),
            states(wanted.state()),
            wanted.environment().isEmpty() ? null : wanted.environment());
    List<Run> found = call.tables().runs().list(filter, below, Paging.SIZE + 1);
    List<Run> shown = found.stream().limit(Paging.SIZE).toList();
    String first =
        Places.runs(call)
            + "?state="
            + wanted.state()
            + "&environment="
            + Frame.segment(wanted.environment());
    Paging<ListView.Row> rows =
        new Paging<>(
            shown.stream().map(run -> row(call, run)).toList(),
            below == Long.MAX_VALUE ? null : first,
            found.size() > shown.size()
                ? first + "&below=" + shown.get(shown.size() - 1).number()
                : null);
    boolean isPart = "rows".equals(call.http().header("hx-target").orElse(""));
    return pages.page(call, new ListView(rows, wanted, call.http().address(), isPart));
  }

  /** Over which connections there are runs that the viewer may see. */
  private static List<Runs.Place> places(Call call) {
    UUID project = call.project().id();
    Set<UUID> connections = new HashSet<>();
    call.tables().connections().in(project).stream()
        .filter(each -> call.powersOn(each).contains(Power.VIEW))
        .map(Connection::id)
        .forEach(connections::add);
    if (call.standing().onHub().contains(Power.VIEW)) {
      connections.addAll(call.tables().runFacts().connectionsIn(project));
    }
    List<Runs.Place> places = new ArrayList<>();
    connections.forEach(each -> places.add(new Runs.Place(each, project)));
    return places;
  }

  private static List<RunState> states(String wanted) {
    return switch (wanted) {
      case "" -> List.of();
      case "going" -> Arrays.stream(RunState.values()).filter(state -> !state.isEnd()).toList();
      default -> RunState.withId(wanted).stream().toList();
    };
  }

  private ListView.Row row(Call call, Run run) {
    return new ListView.Row(
        new ListView.Title(run.name(), run.number(), Places.of(call, run.id())),
        run.state(),
        StepWords.summary(pages.texts(), run),
        person(call, run),
        run.times().created(),
        took(run, call.now()));
  }

  static String person(Call call, Run run) {
    return call.tables().people().get(run.origin().person()).map(Person::displayName).orElse("?");
  }

  static Duration took(Run run, Instant now) {
    Instant ended = run.times().ended();
    Instant started = run.times().started();
    Duration took =
        Duration.between(
            started == null ? run.times().created() : started, ended == null ? now : ended);
    return took.isNegative() ? Duration.ZERO : took;
  }
}
