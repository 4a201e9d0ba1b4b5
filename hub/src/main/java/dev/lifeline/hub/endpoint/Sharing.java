package dev.lifeline.hub.endpoint;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.ProjectReference;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets projects know endpoints, and takes endpoints from them (Service Endpoints REST: 3.6). */
public final class Sharing {
  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.ENDPOINT_SHARE, Sharing::share)
        .on(Route.PROJECT_ENDPOINT_SHARE, Sharing::share)
        .on(Route.ENDPOINT_DELETE, Sharing::delete)
        .on(Route.PROJECT_ENDPOINT_DELETE, Sharing::delete)
        .on(Route.SHARED_WITH, Sharing::sharedWith)
        .on(Route.SHARE_WITH, Sharing::shareWith);
  }

  static void requireCreator(Call call, Project project) {
    call.require(
        Power.CREATE,
        call.standing().on(project),
        "You do not have permission to create a service connection. You need to be a Creator for"
            + " service connections in this project.");
  }

  static void requireFree(Call call, Project project, String name) {
    if (call.tables().connections().isTaken(project.id(), name)) {
      throw Fault.DUPLICATE_CONNECTION.refuse(
          "Service connection with name %s already exists. Only a user having Administrator/User role permissions on service connection %s can see it."
              .formatted(name, name));
    }
  }

  static void makeAdministrator(Call call, UUID connection, UUID project) {
    call.tables()
        .roles()
        .put(
            RoleResource.connection(project, connection),
            call.caller().person().id(),
            Role.ADMINISTRATOR);
  }

  private static Reply share(Call call) {
    for (EndpointJson.Reference each : call.http().body(EndpointJson.Reference[].class)) {
      Project project = call.projectNamed(Objects.requireNonNullElse(each.project(), ""));
      share(call, project, each.name(), each.description());
    }
    return Reply.nothing();
  }

  /**
   * Lets a project know the call's endpoint. One that knows it goes on knowing it as it did.
   *
   * @param wanted its name there, or null for one that says where it comes from
   * @param description or null
   * @throws dev.lifeline.hub.web.Refusal ARGUMENT, DUPLICATE_CONNECTION, FORBIDDEN
   */
  public static void share(
      Call call, Project project, @Nullable String wanted, @Nullable String description) {
    Connection connection = call.connection();
    requireCreator(call, project);
    if (connection.in(project.id()).isPresent()) {
      return;
    }
    String name =
        Draft.name(wanted == null ? connection.labels().name() + "-" + project.name() : wanted);
    requireFree(call, project, name);
    call.tables()
        .connections()
        .share(
            connection.id(), new ProjectReference(project, name, Draft.description(description)));
    makeAdministrator(call, connection.id(), project.id());
    call.audit("connection.shared", connection, name + " in " + project.name());
  }

  private static Reply sharedWith(Call call) {
    return Reply.list(
        call.connection().references().stream()
            .map(ProjectReference::project)
            .filter(call.standing()::sees)
            .map(EndpointView::project)
            .toList());
  }

  private static Reply shareWith(Call call) {
    Project project = call.projectNamed(call.http().query("withProject").orElse(""));
    share(call, project, null, null);
    return Reply.nothing();
  }

  private static Reply delete(Call call) {
    Connection connection = call.connection();
    List<String> named = call.http().queryList("projectIds");
    List<Project> projects =
        named.isEmpty()
            ? call.projectIfAny().map(List::of).orElse(List.of())
            : named.stream().map(call::projectNamed).toList();
    if (projects.isEmpty()) {
      throw Fault.ARGUMENT.refuse("The query has to name projects in 'projectIds'.");
    }
    remove(call, connection, projects);
    return Reply.nothing();
  }

  /**
   * Takes an endpoint from projects; when no project is left, it is gone.
   *
   * @throws dev.lifeline.hub.web.Refusal FORBIDDEN
   */
  public static void remove(Call call, Connection connection, List<Project> projects) {
    for (Project project : projects) {
      call.require(
          Power.MANAGE,
          call.standing().on(connection, project.id()),
          "You do not have permission to delete the service connection from the project "
              + project.name()
              + ".");
    }
    List<UUID> ids = projects.stream().map(Project::id).toList();
    boolean last =
        connection.references().stream().allMatch(each -> ids.contains(each.project().id()));
    if (last) {
      call.tables().connections().delete(connection.id());
      call.audit("connection.deleted", connection, connection.labels().name());
    } else {
      for (Project project : projects) {
        call.tables().connections().unshare(connection.id(), project.id());
        call.audit("connection.unshared", connection, project.name());
      }
    }
  }
}
