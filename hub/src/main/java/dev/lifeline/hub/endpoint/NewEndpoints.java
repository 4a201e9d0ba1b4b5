package dev.lifeline.hub.endpoint;

import dev.lifeline.core.model.Secret;
import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connector.Connector;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Labels;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.model.Target;
import dev.lifeline.hub.secret.Keyring;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Creates endpoints (Service Endpoints REST: create, old clients). */
public final class NewEndpoints {
  private final Connector connector;
  private final Keyring keyring;
  private final Supplier<UUID> ids;

  /**
   * For a hub.
   *
   * @param ids makes the ids of endpoints
   */
  public NewEndpoints(Connector connector, Keyring keyring, Supplier<UUID> ids) {
    this.connector = connector;
    this.keyring = keyring;
    this.ids = ids;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ENDPOINT_CREATE, call -> created(call, call.http().body(EndpointJson.class)))
        .on(Route.PROJECT_ENDPOINT_POST, this::createOrRefresh);
  }

  /** An object creates, as old clients do; an array asks for renewed authentication. */
  private Reply createOrRefresh(Call call) {
    if (call.http().bodyIsArray()) {
      RefreshJson[] wanted = call.http().body(RefreshJson[].class);
      EndpointView view = new EndpointView(call);
      List<Object> found = new ArrayList<>();
      for (RefreshJson each : wanted) {
        call.findConnection(each.endpointId()).map(view::listed).ifPresent(found::add);
      }
      return Reply.list(found);
    }
    EndpointJson json = call.http().body(EndpointJson.class);
    Project here = call.project();
    EndpointJson.Reference reference =
        new EndpointJson.Reference(
            new EndpointJson.ProjectJson(here.id().toString(), here.name()),
            json.name(),
            json.description());
    return created(call, json.references().isEmpty() ? json.in(List.of(reference)) : json);
  }

  private Reply created(Call call, EndpointJson json) {
    Connection connection = create(call, json);
    return Reply.json(new EndpointView(call.again()).whole(connection));
  }

  /**
   * Creates one; whoever calls becomes its administrator.
   *
   * @throws dev.lifeline.hub.web.Refusal ARGUMENT, DUPLICATE_CONNECTION, FORBIDDEN
   * @throws dev.lifeline.core.problem.LifelineException CONNECTION_INVALID, CLOUD_MISMATCH,
   *     ADDRESS_REFUSED
   */
  public Connection create(Call call, EndpointJson json) {
    Target target = Draft.target(json);
    List<ProjectReference> references = references(call, json);
    Labels labels = Draft.labels(json);
    Secret password = json.password();
    if (password == null) {
      throw Fault.ARGUMENT.refuse("The parameter 'password' is required.");
    }
    connector.check(labels.name(), target, password);
    Connection connection =
        new Connection(
            ids.get(),
            call.organization().id(),
            target,
            labels,
            call.mark(),
            call.mark(),
            references);
    call.tables().connections().add(connection);
    keyring.seal(call.tables(), connection.id(), password);
    UUID creator = call.caller().person().id();
    call.tables()
        .roles()
        .put(RoleResource.everywhere(connection.id()), creator, Role.ADMINISTRATOR);
    for (ProjectReference each : references) {
      Sharing.makeAdministrator(call, connection.id(), each.project().id());
    }
    call.audit("connection.created", connection, labels.name());
    return connection;
  }

  private static List<ProjectReference> references(Call call, EndpointJson json) {
    if (json.references().isEmpty()) {
      throw Fault.ARGUMENT.refuse("At least one project reference required to create an endpoint.");
    }
    List<ProjectReference> references = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (EndpointJson.Reference each : json.references()) {
      Project project = call.projectNamed(Objects.requireNonNullElse(each.project(), ""));
      Sharing.requireCreator(call, project);
      if (!seen.add(project.id())) {
        throw Fault.ARGUMENT.refuse("The project '" + project.name() + "' is referenced twice.");
      }
      String name = Draft.name(each.name() == null ? json.name() : each.name());
      Sharing.requireFree(call, project, name);
      references.add(
          new ProjectReference(
              project,
              name,
              Draft.description(
                  each.description() == null ? json.description() : each.description())));
    }
    return references;
  }

  /** What is asked for when authentication shall be renewed. */
  record RefreshJson(String endpointId) {}
}
