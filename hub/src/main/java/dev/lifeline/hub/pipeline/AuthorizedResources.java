package dev.lifeline.hub.pipeline;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which connections all pipelines may use, as old clients ask (Service Endpoints REST: 3.8). */
public final class AuthorizedResources {
  private static final String TYPE = "endpoint";

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.AUTHORIZED, AuthorizedResources::list)
        .on(Route.AUTHORIZED_UPDATE, AuthorizedResources::update);
  }

  /** One resource. */
  record ResourceJson(boolean authorized, @Nullable String id, @Nullable String type) {}

  private static Reply list(Call call) {
    boolean isAsked = call.http().query("type").map(TYPE::equalsIgnoreCase).orElse(true);
    String id = call.http().query("id").orElse("");
    return Reply.list(
        call.tables().connections().in(call.project().id()).stream()
            .filter(each -> isAsked && (id.isEmpty() || each.id().toString().equalsIgnoreCase(id)))
            .filter(each -> call.powersOn(each).contains(Power.VIEW))
            .filter(each -> isOpen(call, each))
            .map(each -> json(call, each))
            .toList());
  }

  private static Reply update(Call call) {
    List<Object> changed = new ArrayList<>();
    for (ResourceJson each : call.http().body(ResourceJson[].class)) {
      if (TYPE.equalsIgnoreCase(each.type())) {
        Connection connection = call.connectionWithId(each.id());
        Pipelines.openToAll(call, connection, each.authorized());
        changed.add(json(call, connection));
      }
    }
    return Reply.list(changed);
  }

  private static boolean isOpen(Call call, Connection connection) {
    return call.tables().pipelines().of(call.project().id(), connection.id()).allPipelines()
        != null;
  }

  private static Map<String, Object> json(Call call, Connection connection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("authorized", isOpen(call, connection));
    json.put("id", connection.id().toString());
    json.put("name", call.reference(connection).name());
    json.put("type", TYPE);
    return json;
  }
}
