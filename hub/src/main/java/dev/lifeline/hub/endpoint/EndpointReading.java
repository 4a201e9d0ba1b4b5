package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.HttpCall;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads endpoints (Service Endpoints REST: routes; read). */
public final class EndpointReading {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ENDPOINT, call -> Reply.json(new EndpointView(call).whole(call.connection())))
        .on(Route.ENDPOINTS, EndpointReading::list)
        .on(Route.ENDPOINTS_OF_ORGANIZATION, EndpointReading::listAll);
  }

  private static Reply list(Call call) {
    HttpCall http = call.http();
    Power needed = needed(http.query("actionFilter").orElse("0"));
    EndpointView view = new EndpointView(call);
    return Reply.list(
        call.tables().connections().in(call.project().id()).stream()
            .filter(wanted(http, call))
            .filter(each -> call.powersOn(each).contains(Power.VIEW))
            .filter(each -> call.powersOn(each).contains(needed))
            .map(view::listed)
            .toList());
  }

  private static Reply listAll(Call call) {
    EndpointView view = new EndpointView(call);
    call.standing().withAllRoles();
    return Reply.list(
        call.tables().connections().of(call.organization().id()).stream()
            .filter(ofType(call.http()))
            .filter(each -> call.powersOn(each).contains(Power.VIEW))
            .map(view::brief)
            .toList());
  }

  private static Predicate<Connection> wanted(HttpCall http, Call call) {
    Predicate<Connection> names =
        amongst(http, "endpointNames", each -> call.reference(each).name());
    return ofType(http)
        .and(amongst(http, "endpointIds", each -> each.id().toString()))
        .and(amongst(http, "authSchemes", each -> Draft.SCHEME))
        .and(names);
  }

  private static Predicate<Connection> ofType(HttpCall http) {
    return amongst(http, "type", each -> each.target().type())
        .and(amongst(http, "owner", each -> each.labels().owner()));
  }

  private static Predicate<Connection> amongst(
      HttpCall http, String query, Function<Connection, String> value) {
    List<String> wanted =
        http.queryList(query).stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    return each -> wanted.isEmpty() || wanted.contains(value.apply(each).toLowerCase(Locale.ROOT));
  }

  /** Clients send the number or the word. */
  private static Power needed(String filter) {
    return switch (filter.toLowerCase(Locale.ROOT)) {
      case "0", "none", "32", "view" -> Power.VIEW;
      case "2", "manage" -> Power.MANAGE;
      case "16", "use" -> Power.USE;
      default -> throw Fault.ARGUMENT.refuse("The action filter '" + filter + "' is not known.");
    };
  }
}
