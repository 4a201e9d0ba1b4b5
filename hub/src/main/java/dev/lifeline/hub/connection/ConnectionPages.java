package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connection.OverviewView.About;
import dev.lifeline.hub.connection.OverviewView.Act;
import dev.lifeline.hub.connection.OverviewView.Life;
import dev.lifeline.hub.connection.OverviewView.Password;
import dev.lifeline.hub.endpoint.Sharing;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.model.ExecutionRecord;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A connection's own pages: Overview, Usage history, Delete. */
public final class ConnectionPages {
  private static final Duration LATELY = Duration.ofDays(30);
  private static final int MOST_LATELY = 50;

  private final TemplatedPages pages;
  private final Duration passwordAge;

  /**
   * For a hub.
   *
   * @param passwordAge from which on a password is old
   */
  public ConnectionPages(TemplatedPages pages, Duration passwordAge) {
    this.pages = pages;
    this.passwordAge = passwordAge;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTION_PAGE, this::overview)
        .on(Route.CONNECTION_HISTORY_PAGE, this::history)
        .on(Route.CONNECTION_DELETE_PAGE, this::askToDelete)
        .on(Route.CONNECTION_DELETE, ConnectionPages::delete);
  }

  private Reply overview(Call call) {
    Connection connection = call.connection();
    UUID project = call.project().id();
    boolean mayKnow = call.powersOn(connection).contains(Power.VIEW_AUTHORIZATION);
    ConnectionState state = call.tables().states().of(connection.id());
    Optional<ExecutionRecord> last =
        Optional.ofNullable(call.tables().executions().lastIn(project).get(connection.id()));
    return pages.page(
        call,
        new OverviewView(
            Head.of(call, Head.Tab.OVERVIEW),
            new About(
                connection.id(),
                mayKnow ? connection.target() : null,
                ConnectionList.geography(connection),
                Objects.requireNonNullElse(call.reference(connection).description(), "")),
            new Password(
                state.passwordSince(),
                state.age(call.now()).toDays(),
                state.age(call.now()).compareTo(passwordAge) >= 0),
            new Life(
                act(call, connection.created()),
                act(call, connection.changed()),
                last.map(use -> Use.of(use).at()).orElse(null),
                ListView.Verified.of(state),
                projects(call))));
  }

  /** Those that the viewer may know of. */
  private static List<String> projects(Call call) {
    return call.connection().references().stream()
        .map(each -> each.project())
        .filter(call.standing()::sees)
        .map(Project::name)
        .toList();
  }

  private static Act act(Call call, Mark mark) {
    String who = call.tables().people().get(mark.by()).map(Person::displayName).orElse("?");
    return new Act(who, mark.at());
  }

  private Reply history(Call call) {
    String here = Places.of(call, call.connection()) + "/history?from=";
    long from =
        call.http()
            .query("from")
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElse(Long.MAX_VALUE);
    List<ExecutionRecord> found = uses(call, from, Paging.SIZE + 1);
    boolean isLast = found.size() <= Paging.SIZE;
    List<Use> shown = found.stream().limit(Paging.SIZE).map(Use::of).toList();
    String first = Places.of(call, call.connection()) + "/history";
    return pages.page(
        call,
        new HistoryView(
            Head.of(call, Head.Tab.HISTORY),
            new Paging<>(
                shown,
                from == Long.MAX_VALUE ? null : first,
                isLast ? null : here + found.get(Paging.SIZE).number())));
  }

  private static List<ExecutionRecord> uses(Call call, long from, int most) {
    return call.tables().executions().of(call.project().id(), call.connection().id(), from, most);
  }

  /** Says who used it lately: they will miss it. */
  private Reply askToDelete(Call call) {
    Instant since = call.now().minus(LATELY);
    List<Use> lately =
        uses(call, Long.MAX_VALUE, MOST_LATELY).stream()
            .map(Use::of)
            .filter(use -> Optional.ofNullable(use.at()).map(since::isBefore).orElse(false))
            .toList();
    List<String> others =
        projects(call).stream().filter(name -> !name.equals(call.project().name())).toList();
    DeleteView.Part part =
        TemplatedPages.isScripted(call.http()) ? DeleteView.Part.DIALOG : DeleteView.Part.PAGE;
    return pages.page(
        call,
        new DeleteView(
            part, Head.of(call, Head.Tab.OVERVIEW), callers(lately), others, isElsewhere(call)));
  }

  private static List<DeleteView.User> callers(List<Use> lately) {
    List<DeleteView.User> users = new ArrayList<>();
    for (Use use : lately) {
      String name =
          Stream.of(use.what(), use.who())
              .filter(text -> !text.isEmpty())
              .reduce((what, who) -> what + ", " + who)
              .orElse(use.kind());
      boolean isNew = users.stream().noneMatch(each -> each.name().equals(name));
      if (isNew && use.at() != null) {
        users.add(new DeleteView.User(name, use.at()));
      }
    }
    return users;
  }

  private static boolean isElsewhere(Call call) {
    return call.connection().references().size() > 1;
  }

  private static Reply delete(Call call) {
    boolean isElsewhere = isElsewhere(call);
    Sharing.remove(call, call.connection(), List.of(call.project()));
    String what = isElsewhere ? "removed" : "deleted";
    return Saving.leadOn(call, Notice.at(Places.connections(call), "connection", what));
  }
}
