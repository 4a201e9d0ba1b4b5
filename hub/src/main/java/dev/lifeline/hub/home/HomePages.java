package dev.lifeline.hub.home;

import dev.lifeline.hub.access.Call;
import dev.lifeline.hub.access.Gate;
import dev.lifeline.hub.access.Route;
import dev.lifeline.hub.home.HomeView.Place;
import dev.lifeline.hub.model.Connection;
import dev.lifeline.hub.model.ConnectionState;
import dev.lifeline.hub.model.Organization;
import dev.lifeline.hub.model.Power;
import dev.lifeline.hub.page.Frame;
import dev.lifeline.hub.page.TemplatedPages;
import dev.lifeline.hub.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first pages: of the hub, of an organization, of a project. */
public final class HomePages {
  private final TemplatedPages pages;

  /** For a hub. */
  public HomePages(TemplatedPages pages) {
    this.pages = pages;
  }

  /** Adds its routes. */
  public void to(Gate gate) {
    gate.on(Route.HOME, call -> show(call, call.tables().organizations().list()))
        .on(Route.ORGANIZATION_PAGE, call -> show(call, List.of(call.organization())))
        .on(Route.PROJECT_PAGE, this::project);
  }

  private Reply show(Call call, List<Organization> organizations) {
    return pages.page(
        call,
        new HomeView(
            organizations.stream()
                .map(each -> new HomeView.Group(each.name(), projects(call, each)))
                .filter(group -> !group.projects().isEmpty())
                .toList()));
  }

  private static List<Place> projects(Call call, Organization organization) {
    return call.tables().organizations().projects(organization.id()).stream()
        .filter(call.standing()::sees)
        .map(
            each ->
                new Place(
                    each.name(), "/" + organization.name() + "/" + Frame.segment(each.name())))
        .toList();
  }

  private Reply project(Call call) {
    List<Connection> connections =
        call.tables().connections().in(call.project().id()).stream()
            .filter(each -> call.powersOn(each).contains(Power.VIEW))
            .toList();
    Map<UUID, ConnectionState> states = call.tables().states().in(call.project().id());
    long broken = connections.stream().filter(each -> isBroken(states.get(each.id()))).count();
    return pages.page(
        call,
        new ProjectView(
            call.project().name(),
            connections.size(),
            (int) broken,
            call.standing().on(call.project()).contains(Power.CREATE)));
  }

  private static boolean isBroken(@Nullable ConnectionState state) {
    return state != null && state.problem() != null;
  }
}
