package dev.lifeline.hub.pipeline;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Identities;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.PipelineAccess;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which pipelines may use a connection (Service Endpoints REST: pipeline permissions). */
public final class Pipelines {
  private static final String TYPE = "endpoint";

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.PIPELINES, Pipelines::get)
        .on(Route.PIPELINES_UPDATE, Pipelines::update)
        .on(Route.PIPELINES_UPDATE_MANY, Pipelines::updateMany);
  }

  private static Reply get(Call call) {
    requireEndpoint(call.http().parameter("resourceType").orElse(""));
    return Reply.json(json(call, call.connection()));
  }

  private static Reply update(Call call) {
    requireEndpoint(call.http().parameter("resourceType").orElse(""));
    permit(call, call.connection(), call.http().body(PipelinesJson.class));
    return Reply.json(json(call, call.connection()));
  }

  private static Reply updateMany(Call call) {
    List<Object> changed = new ArrayList<>();
    for (PipelinesJson each : call.http().body(PipelinesJson[].class)) {
      PipelinesJson.Resource resource = each.resource();
      if (resource == null) {
        throw Fault.ARGUMENT.refuse("'resource' is required.");
      }
      requireEndpoint(Objects.requireNonNullElse(resource.type(), ""));
      Connection connection = call.connectionWithId(resource.id());
      permit(call, connection, each);
      changed.add(json(call, connection));
    }
    return Reply.list(changed);
  }

  private static void requireEndpoint(String type) {
    if (!type.equalsIgnoreCase(TYPE)) {
      throw Fault.NOT_FOUND.refuse("The hub has no resources of the type '" + type + "'.");
    }
  }

  private static void permit(Call call, Connection connection, PipelinesJson wanted) {
    requireUser(call, connection);
    PipelinesJson.Permission all = wanted.allPipelines();
    if (all != null) {
      openToAll(call, connection, all.authorized());
    }
    List<PipelinesJson.Pipeline> pipelines =
        Objects.requireNonNullElse(wanted.pipelines(), List.of());
    for (PipelinesJson.Pipeline each : pipelines) {
      permit(call, connection, each.id(), each.authorized());
    }
  }

  /**
   * Lets a pipeline use a connection, or no longer.
   *
   * @param pipeline its number, more than 0
   * @throws dev.lifeline.hub.web.Refusal ARGUMENT, FORBIDDEN
   */
  public static void permit(Call call, Connection connection, int pipeline, boolean authorized) {
    requireUser(call, connection);
    UUID project = call.project().id();
    if (pipeline <= 0) {
      throw Fault.ARGUMENT.refuse("A pipeline's id is more than 0.");
    }
    if (authorized) {
      call.tables()
          .pipelines()
          .permit(project, connection.id(), new PipelineAccess.Permitted(pipeline, call.mark()));
    } else {
      call.tables().pipelines().refuse(project, connection.id(), pipeline);
    }
    String action = authorized ? "pipeline.permitted" : "pipeline.refused";
    call.audit(action, connection, "pipeline " + pipeline);
  }

  private static void requireUser(Call call, Connection connection) {
    call.require(
        Power.USE, call.powersOn(connection), "You do not have permission to use the connection.");
  }

  /**
   * Opens a connection to all pipelines of the project, or closes it again.
   *
   * @throws dev.lifeline.hub.web.Refusal FORBIDDEN
   */
  public static void openToAll(Call call, Connection connection, boolean isOpen) {
    call.require(
        Power.MANAGE,
        call.powersOn(connection),
        "You need to be an Administrator of the service connection to open it to all pipelines.");
    call.tables()
        .pipelines()
        .openToAll(call.project().id(), connection.id(), isOpen ? call.mark() : null);
    String action = isOpen ? "pipeline.all-permitted" : "pipeline.restricted";
    call.audit(action, connection, call.reference(connection).name());
  }

  /** What is restricted is left out; the list of pipelines is always there. */
  private static Map<String, Object> json(Call call, Connection connection) {
    Identities identities = new Identities(call);
    PipelineAccess access = call.tables().pipelines().of(call.project().id(), connection.id());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("resource", Map.of("type", TYPE, "id", connection.id().toString()));
    @Nullable Mark all = access.allPipelines();
    if (all != null) {
      json.put("allPipelines", permission(identities, all, null));
    }
    json.put(
        "pipelines",
        access.pipelines().stream()
            .map(each -> permission(identities, each.mark(), each.pipeline()))
            .toList());
    return json;
  }

  private static Map<String, Object> permission(
      Identities identities, Mark mark, @Nullable Integer pipeline) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (pipeline != null) {
      json.put("id", pipeline);
    }
    json.put("authorized", true);
    json.put("authorizedBy", identities.of(mark));
    json.put("authorizedOn", mark.at().toString());
    return json;
  }
}
