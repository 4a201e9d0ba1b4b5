package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.model.ExecutionRecord;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.Paging;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.Reply;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Project settings, Service connections: all that the viewer may see, with search. */
public final class ConnectionList {
  private final TemplatedPages pages;

  /** For a hub. */
  public ConnectionList(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its route. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTIONS_PAGE, this::show);
  }

  private Reply show(Call call) {
    List<Connection> all =
        call.tables().connections().in(call.project().id()).stream()
            .filter(each -> call.powersOn(each).contains(Power.VIEW))
            .sorted(
                Comparator.comparing(each -> call.reference(each).name().toLowerCase(Locale.ROOT)))
            .toList();
    String search = call.http().query("q").orElse("");
    List<Connection> found = all.stream().filter(each -> isWanted(call, each, search)).toList();
    String here = Places.connections(call) + "?q=" + Frame.segment(search) + "&page=";
    Paging<Connection> part = Paging.of(found, call.http().query("page").orElse("1"), here);
    return pages.page(
        call,
        new ListView(
            new Paging<>(rows(call, part.items()), part.newer(), part.older()),
            search,
            all.isEmpty(),
            call.standing().on(call.project()).contains(Power.CREATE),
            "rows".equals(call.http().header("hx-target").orElse(""))));
  }

  private static boolean isWanted(Call call, Connection connection, String search) {
    String text = call.reference(connection).name() + " " + connection.target().apiUrl();
    String more =
        call.powersOn(connection).contains(Power.VIEW_AUTHORIZATION)
            ? " " + connection.target().username() + " " + connection.target().clientId()
            : "";
    return (text + more + " " + geography(connection))
        .toLowerCase(Locale.ROOT)
        .contains(search.toLowerCase(Locale.ROOT));
  }

  private static List<ListView.Row> rows(Call call, List<Connection> connections) {
    UUID project = call.project().id();
    Map<UUID, ExecutionRecord> uses = call.tables().executions().lastIn(project);
    Map<UUID, ConnectionState> states = call.tables().states().in(project);
    return connections.stream()
        .map(
            each ->
                new ListView.Row(
                    call.reference(each).name(),
                    Places.of(call, each),
                    geography(each),
                    each.references().size() - 1,
                    Optional.ofNullable(uses.get(each.id())).map(ConnectionList::time).orElse(null),
                    ListView.Verified.of(states.get(each.id()))))
        .toList();
  }

  private static @Nullable Instant time(ExecutionRecord execution) {
    return Use.of(execution).at();
  }

  static String geography(Connection connection) {
    String api = connection.target().apiUrl();
    return ConnectionForm.geography(api).map(each -> each.title()).orElse(api);
  }
}
