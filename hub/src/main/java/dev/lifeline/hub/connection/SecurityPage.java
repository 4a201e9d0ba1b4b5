package dev.lifeline.hub.connection;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.connection.SecurityView.Held;
import dev.lifeline.hub.connection.SecurityView.Known;
import dev.lifeline.hub.connection.SecurityView.Permitted;
import dev.lifeline.hub.connection.SecurityView.Someone;
import dev.lifeline.hub.endpoint.Sharing;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.Mark;
import dev.lifeline.hub.model.Person;
import dev.lifeline.hub.model.PipelineAccess;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.model.Project;
import dev.lifeline.hub.model.Role;
import dev.lifeline.hub.model.RoleResource;
import dev.lifeline.hub.page.Notice;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.pipeline.Pipelines;
import dev.lifeline.hub.role.Roles;
import dev.lifeline.hub.web.Fault;
import dev.lifeline.hub.web.FormFields;
import dev.lifeline.hub.web.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A connection's security: roles, the pipelines that may use it, the projects that know it. */
public final class SecurityPage {
  private final TemplatedPages pages;

  /** For a hub. */
  public SecurityPage(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.CONNECTION_SECURITY_PAGE, this::show)
        .on(Route.CONNECTION_ROLE, SecurityPage::role)
        .on(Route.CONNECTION_PIPELINE, SecurityPage::pipeline)
        .on(Route.CONNECTION_SHARE, SecurityPage::share);
  }

  private Reply show(Call call) {
    Connection connection = call.connection();
    Head head = Head.of(call, Head.Tab.SECURITY);
    return pages.page(
        call,
        new SecurityView(
            head,
            roles(call, connection),
            Arrays.stream(Role.values())
                .filter(each -> Roles.isIn(each, RoleResource.Scope.CONNECTION))
                .map(Role::title)
                .toList(),
            head.mayManage() ? people(call) : List.of(),
            pipelines(call, connection),
            sharing(call, connection)));
  }

  private static List<Held> roles(Call call, Connection connection) {
    List<Held> roles = new ArrayList<>();
    Roles.held(call, RoleResource.everywhere(connection.id()))
        .forEach(each -> roles.add(held(each, true)));
    Roles.held(call, RoleResource.connection(call.project().id(), connection.id()))
        .forEach(each -> roles.add(held(each, false)));
    return roles;
  }

  private static Held held(Roles.Held held, boolean everywhere) {
    Person person = held.role().person();
    return new Held(
        person.id().toString(),
        person.displayName(),
        person.uniqueName(),
        held.role().role().title(),
        held.inherited(),
        everywhere);
  }

  private static List<Someone> people(Call call) {
    return call.tables().people().list().stream()
        .map(each -> new Someone(each.id().toString(), name(each)))
        .toList();
  }

  private static String name(Person person) {
    return person.displayName().equals(person.uniqueName())
        ? person.uniqueName()
        : person.displayName() + " (" + person.uniqueName() + ")";
  }

  private static SecurityView.Pipelines pipelines(Call call, Connection connection) {
    PipelineAccess access = call.tables().pipelines().of(call.project().id(), connection.id());
    Optional<Mark> all = Optional.ofNullable(access.allPipelines());
    return new SecurityView.Pipelines(
        all.map(Mark::at).orElse(null),
        all.map(mark -> who(call, mark)).orElse(""),
        access.pipelines().stream()
            .map(each -> new Permitted(each.pipeline(), who(call, each.mark()), each.mark().at()))
            .toList());
  }

  private static String who(Call call, Mark mark) {
    return call.tables().people().get(mark.by()).map(Person::displayName).orElse("?");
  }

  private static SecurityView.Sharing sharing(Call call, Connection connection) {
    List<Known> known =
        connection.references().stream()
            .filter(each -> call.standing().sees(each.project()))
            .map(
                each ->
                    new Known(
                        each.project().name(),
                        each.name(),
                        each.project().id().equals(call.project().id())))
            .toList();
    List<Someone> candidates =
        call.tables().organizations().projects(call.organization().id()).stream()
            .filter(each -> connection.in(each.id()).isEmpty())
            .filter(each -> call.standing().on(each).contains(Power.CREATE))
            .map(each -> new Someone(each.id().toString(), each.name()))
            .toList();
    return new SecurityView.Sharing(known, candidates);
  }

  private static Reply role(Call call) {
    FormFields form = call.http().form();
    UUID connection = call.connection().id();
    RoleResource on =
        form.text("where").equals("everywhere")
            ? RoleResource.everywhere(connection)
            : RoleResource.connection(call.project().id(), connection);
    Roles.require(call, on, Power.MANAGE);
    if (form.text("intent").equals("take")) {
      Roles.take(call, on, form.text("person"));
      return back(call, "role-taken");
    }
    Roles.assign(call, on, form.text("person"), form.text("role"));
    return back(call, "role");
  }

  private static Reply pipeline(Call call) {
    FormFields form = call.http().form();
    Connection connection = call.connection();
    switch (form.text("intent")) {
      case "open" -> Pipelines.openToAll(call, connection, true);
      case "restrict" -> Pipelines.openToAll(call, connection, false);
      case "refuse" -> Pipelines.permit(call, connection, number(form), false);
      default -> Pipelines.permit(call, connection, number(form), true);
    }
    return back(
        call,
        switch (form.text("intent")) {
          case "open" -> "opened";
          case "restrict" -> "restricted";
          case "refuse" -> "refused";
          default -> "permitted";
        });
  }

  private static int number(FormFields form) {
    String text = form.text("pipeline");
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Fault.ARGUMENT.refuse(
          "A pipeline's id is a whole number, more than 0; its page has it in its address, after"
              + " definitionId=.");
    }
    return Integer.parseInt(text);
  }

  private static Reply share(Call call) {
    FormFields form = call.http().form();
    Project project = call.projectNamed(form.text("project"));
    if (form.text("intent").equals("unshare")) {
      Sharing.remove(call, call.connection(), List.of(project));
      return back(call, "unshared");
    }
    String name = form.text("name");
    Sharing.share(call, project, name.isEmpty() ? null : name, null);
    return back(call, "shared");
  }

  private static Reply back(Call call, String what) {
    String place = Places.of(call, call.connection()) + Head.Tab.SECURITY.path();
    return Saving.leadOn(call, Notice.at(place, "connection", what));
  }
}
