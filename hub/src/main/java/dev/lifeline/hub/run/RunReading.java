package dev.lifeline.hub.run;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Run;
import dev.lifeline.hub.model.RunEvent;
import dev.lifeline.hub.model.RunState;
import dev.lifeline.hub.store.Database;
import dev.lifeline.hub.store.Runs;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs and their events, to be read. */
public final class RunReading {
  private static final String STREAM = "text/event-stream";
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;
  private static final int EVENTS_PAGE = 1000;

  private final RunFeeds feeds;

  /** For a hub. */
  public RunReading(Database database) {
    this.feeds = new RunFeeds(database);
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.RUN_LIST, RunReading::list)
        .on(
            Route.RUN,
            call ->
                Reply.json(
                    RunView.json(RunRequests.requireOne(call, Power.VIEW), call.http().address())))
        .on(Route.RUN_EVENTS, this::events);
  }

  private static Reply list(Call call) {
    int most = Math.min((int) number(call, "top", USUAL_PAGE), LARGEST_PAGE);
    long below = number(call, "continuationToken", Long.MAX_VALUE);
    Runs.Filter filter =
        new Runs.Filter(places(call), states(call), call.http().query("environment").orElse(null));
    List<Run> found = call.tables().runs().list(filter, below, most + 1);
    List<Run> page = found.stream().limit(most).toList();
    Reply reply =
        Reply.list(page.stream().map(run -> RunView.json(run, call.http().address())).toList());
    return found.size() <= most
        ? reply
        : reply.header("X-MS-ContinuationToken", Long.toString(page.get(most - 1).number()));
  }

  /** The events of a run after a number, the oldest first; or all that come, as they come. */
  private Reply events(Call call) {
    Run run = RunRequests.requireOne(call, Power.VIEW);
    boolean isStream =
        call.http().header("Accept").map(accept -> accept.contains(STREAM)).orElse(false);
    long after = isStream ? lastEventId(call) : number(call, "after", 0);
    if (isStream && !run.state().isEnd()) {
      return Reply.stream(feeds.of(run.id(), after));
    }
    List<RunEvent> found = call.tables().runEvents().of(run.id(), after, EVENTS_PAGE);
    if (isStream) {
      // nothing will come any more, and 204 keeps a browser from asking again
      return found.isEmpty() ? Reply.nothing() : Reply.stream(feeds.of(run.id(), after));
    }
    return Reply.list(found.stream().map(RunView::json).toList());
  }

  /** Where a stream was cut off, as its client says. */
  private static long lastEventId(Call call) {
    return call.http()
        .header("Last-Event-ID")
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElseGet(() -> number(call, "after", 0));
  }

  private static List<RunState> states(Call call) {
    List<RunState> states = new ArrayList<>();
    for (String id : call.http().queryList("state")) {
      states.add(
          RunState.withId(id)
              .orElseThrow(() -> Fault.ARGUMENT.refuse("'" + id + "' is no state of a run.")));
    }
    return states;
  }

  /**
   * The places that the caller may see, less those of other connections than the query's; null when
   * these are all.
   */
  private static @Nullable List<Runs.Place> places(Call call) {
    Optional<String> wanted = call.http().query("connection");
    if (wanted.isEmpty() && call.standing().onHub().contains(Power.ADMINISTER)) {
      return null;
    }
    List<Runs.Place> places = new ArrayList<>();
    call.standing().withAllRoles();
    for (Organization organization : call.tables().organizations().list()) {
      call.tables().connections().of(organization.id()).stream()
          .filter(each -> wanted.map(text -> isMeant(each, text)).orElse(true))
          .forEach(each -> addVisible(call, each, places));
    }
    return places;
  }

  private static void addVisible(Call call, Connection connection, List<Runs.Place> places) {
    for (ProjectReference reference : connection.references()) {
      if (call.standing().on(connection, reference.project().id()).contains(Power.VIEW)) {
        places.add(new Runs.Place(connection.id(), reference.project().id()));
      }
    }
  }

  private static boolean isMeant(Connection connection, String idOrName) {
    return connection.id().toString().equalsIgnoreCase(idOrName)
        || connection.references().stream()
            .anyMatch(each -> each.name().equalsIgnoreCase(idOrName));
  }

  private static long number(Call call, String query, long otherwise) {
    String text = call.http().query(query).orElse(Long.toString(otherwise));
    if (!text.matches("[0-9]{1,18}|" + Long.MAX_VALUE)) {
      throw Fault.ARGUMENT.refuse("'" + query + "' has to be a whole number.");
    }
    return Long.parseLong(text);
  }
}
